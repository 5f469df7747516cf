// What the code asks of the schema: labels, families and signatures.
import { describe, expect, it } from 'vitest';
import {
  SCHEMA,
  entitySchema,
  familyOf,
  fitsSignature,
  isA,
  isEntityKind,
  isRelationType,
  labelsOf,
  relationSchema,
} from '../../src/schema/index.ts';

describe('the schema as the code asks for it', () => {
  it('gives the labels of a node from the most general to the most specific', () => {
    expect(labelsOf('Meeting')).toEqual(['Event', 'Meeting']);
    expect(labelsOf('Topic')).toEqual(['Topic']);
  });

  it('knows the family that ids are made with, which a derived kind shares with its parent', () => {
    expect(familyOf('Official')).toBe(familyOf('Person'));
    expect(entitySchema('Official').derived).toBeDefined();
  });

  it('lets a relation hold only between the kinds of its signature', () => {
    expect(fitsSignature('ATTENDED', 'Agency', 'Meeting')).toBe(true);
    expect(fitsSignature('ATTENDED', 'City', 'Meeting')).toBe(false);
    expect(fitsSignature('SIGNED', 'Person', 'Topic')).toBe(false);
  });

  it('answers no for names that it does not define, inherited object keys included', () => {
    expect(['constructor', '__proto__', 'Nonsense'].some(isEntityKind)).toBe(false);
    expect(isRelationType('toString')).toBe(false);
    expect(isA('City', 'Place')).toBe(true);
    expect(relationSchema('MET_WITH').symmetric).toBe(true);
  });

  it('has an appearance and a definition for every kind, and an own label for every relation', () => {
    for (const entity of SCHEMA.entities) expect(entity.appearance.light, entity.kind).toMatch(/^#[0-9A-F]{6}$/i);
    expect(new Set(SCHEMA.relations.map((relation) => relation.label)).size).toBe(SCHEMA.relations.length);
  });
});
