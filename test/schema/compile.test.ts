// The schema folder is the program: what it says is checked, and what it gets wrong is said all at once.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileSchema, type SchemaSource } from '../../src/schema/compile.ts';
import { SCHEMA } from '../../src/schema/index.ts';

const folder = join(import.meta.dirname, '..', '..', 'graph-schema');
const read = (name: string): SchemaSource[] =>
  readdirSync(join(folder, name)).map((file) => ({
    file,
    content: parse(readFileSync(join(folder, name, file), 'utf8')) as unknown,
  }));

const appearance = { group: 'g', shape: 'circle', light: '#000000', dark: '#ffffff' };
const thing = (more: object): SchemaSource => ({
  file: 'thing.yaml',
  content: { kind: 'Thing', plural: 'Things', definition: 'A thing.', appearance, ...more },
});
const relation = (more: object): SchemaSource => ({
  file: 'likes.yaml',
  content: {
    type: 'LIKES',
    label: 'likes',
    inverse: 'liked by',
    definition: '…',
    source: ['Thing'],
    target: ['Thing'],
    ...more,
  },
});

describe('the schema folder', () => {
  it('compiles to exactly the generated model, in whatever order its files are read', () => {
    expect(compileSchema(read('entities').reverse(), read('relations').reverse())).toEqual(SCHEMA);
  });

  it('gives a new kind its labels, attributes and colours from one added file', () => {
    const gala = {
      file: 'gala.yaml',
      content: { kind: 'Gala', plural: 'Galas', extends: 'Ceremony', definition: 'A gala.' },
    };
    const added = compileSchema([...read('entities'), gala], read('relations')).entities.find((e) => e.kind === 'Gala');
    expect(added?.lineage).toEqual(['Gala', 'Ceremony', 'Event']);
    expect(added?.attributes['startDate']?.type).toBe('date');
    expect(added?.appearance.group).toBe('event');
  });

  it('names every fault of a folder at once, each with its file', () => {
    const compile = (): unknown =>
      compileSchema(
        [thing({}), thing({}), thing({ kind: 'Claim' })],
        [relation({ target: ['Ghost'] }), relation({ source: [] })],
      );
    expect(compile).toThrow(/label Thing is taken[^]*label Claim is taken[^]*unknown kind Ghost[^]*no source/);
  });

  it.each([
    ['a parent that is not there', [thing({ extends: 'Ghost' })], [], 'extends the unknown kind Ghost'],
    ['a kind that extends itself', [thing({ extends: 'Thing' })], [], 'extends itself'],
    ['a kind without a colour', [thing({ appearance: {} })], [], 'appearance.light is missing'],
    ['an attribute of no type', [thing({ attributes: { a: { type: 'blob' } } })], [], 'unknown attribute type'],
    ['a relation name that the store uses', [thing({})], [relation({ type: 'MENTIONED_IN' })], 'UPPER_CASE'],
    ['a relation that is defined twice', [thing({})], [relation({}), relation({})], 'defined twice'],
    [
      'a symmetric relation with unlike ends',
      [thing({}), thing({ kind: 'Other' })],
      [relation({ symmetric: true, target: ['Other'] })],
      'same kinds',
    ],
  ])('refuses %s', (_what, entities, relations, message) => {
    expect(() => compileSchema(entities, relations)).toThrow(message);
  });
});
