// Turns the YAML rows of seeds/lexicons/frames into checked frames, indexed by their triggers.
import { z } from 'zod';
import { isRelationType } from '../../schema/index.ts';
import type { Family, Frame, FrameRole, FrameTable } from './frame.ts';

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));
const words = list.default([]);

const familySchema = z.enum([
  'person',
  'body',
  'country',
  'place',
  'site',
  'event',
  'incident',
  'instrument',
  'topic',
  'proposal',
  'actor',
]);

const roleSchema = z.strictObject({
  slots: list,
  takes: list.pipe(z.array(familySchema)),
  all: z.boolean().default(false),
  group: z.boolean().default(false),
  mixed: z.boolean().default(false),
  apart: z.boolean().default(false),
});

const relationSchema = z.strictObject({
  type: z.string().refine(isRelationType, 'no relation of the schema'),
  source: z.string(),
  target: z.string(),
  role: z.string().optional(),
  named: z.string().optional(),
  attributes: z.record(z.string(), z.string()).default({}),
  when: words,
  unless: z.array(z.string().refine(isRelationType, 'no relation of the schema')).default([]),
  abroad: z.boolean().default(false),
});

const exampleSchema = z.strictObject({ text: z.string(), gives: words, not: words });

const frameSchema = z.strictObject({
  id: z.string(),
  version: z.number().default(1),
  says: z.string(),
  verbs: words,
  nouns: words,
  objects: words,
  notObjects: words,
  subjects: words,
  notSubjects: words,
  needs: words,
  without: words,
  context: words,
  notContext: words,
  carriers: words,
  voice: z.enum(['active', 'passive', 'any']).default('any'),
  confidence: z.number().min(0).max(1).default(0.9),
  roles: z.record(z.string(), roleSchema),
  relations: z.array(relationSchema).min(1),
  examples: z.array(exampleSchema).default([]),
});

const fileSchema = z.strictObject({
  source: z.string(),
  licence: z.string(),
  frames: z.array(frameSchema).default([]),
  words: z.record(z.string(), list).default({}),
});

/** `actor` is short for those who can act in the news. */
const ACTOR: readonly Family[] = ['person', 'body', 'country'];

function families(takes: readonly z.infer<typeof familySchema>[]): Family[] {
  return takes.flatMap((family) => (family === 'actor' ? ACTOR : [family]));
}

function compileFrame(row: z.infer<typeof frameSchema>): Frame {
  const roles = new Map<string, FrameRole>(
    Object.entries(row.roles).map(([name, role]) => [name, { name, ...role, takes: families(role.takes) }]),
  );
  for (const relation of row.relations) {
    for (const role of [relation.source, relation.target, ...relation.when.map((name) => name.replace('!', ''))]) {
      if (!roles.has(role)) throw new Error(`The frame ${row.id} uses the role ${role} that it does not declare.`);
    }
  }
  return {
    rule: `${row.id}/${row.version}`,
    verbs: row.verbs,
    nouns: row.nouns,
    objects: row.objects,
    notObjects: row.notObjects,
    subjects: row.subjects,
    notSubjects: row.notSubjects,
    needs: row.needs,
    without: row.without,
    context: row.context,
    notContext: row.notContext,
    carriers: row.carriers,
    voice: row.voice,
    confidence: row.confidence,
    examples: row.examples,
    roles,
    relations: row.relations.map(({ role, named, type, ...relation }) => ({
      ...relation,
      type,
      ...(role === undefined ? {} : { role }),
      ...(named === undefined ? {} : { named }),
    })),
  };
}

function index(frames: readonly Frame[], triggers: (frame: Frame) => readonly string[]): Map<string, Frame[]> {
  const byTrigger = new Map<string, Frame[]>();
  for (const frame of frames) {
    for (const trigger of triggers(frame)) {
      const known = byTrigger.get(trigger);
      if (known === undefined) byTrigger.set(trigger, [frame]);
      else known.push(frame);
    }
  }
  return byTrigger;
}

/** @param files parsed YAML by file name, in name order; a wrong row throws with the file's name */
function compileFrames(files: ReadonlyMap<string, unknown>): FrameTable {
  const frames: Frame[] = [];
  const lists = new Map<string, ReadonlySet<string>>();
  for (const [name, rows] of files) {
    const parsed = fileSchema.safeParse(rows);
    if (!parsed.success) throw new Error(`The frame file ${name} is wrong: ${z.prettifyError(parsed.error)}`);
    frames.push(...parsed.data.frames.map(compileFrame));
    for (const [list, members] of Object.entries(parsed.data.words)) lists.set(list, new Set(members));
  }
  return {
    frames,
    byVerb: index(frames, (frame) => frame.verbs),
    byNoun: index(frames, (frame) => frame.nouns),
    words: lists,
  };
}

const compiled = new WeakMap<ReadonlyMap<string, unknown>, FrameTable>();

/** Compiled once for each loaded set of files. */
export function frameTable(files: ReadonlyMap<string, unknown>): FrameTable {
  const known = compiled.get(files);
  if (known !== undefined) return known;
  const table = compileFrames(files);
  compiled.set(files, table);
  return table;
}

/** A list of words from the frame files. */
export function wordList(table: FrameTable, name: string): ReadonlySet<string> {
  const found = table.words.get(name);
  if (found === undefined) throw new Error(`The word list ${name} is missing from seeds/lexicons/frames.`);
  return found;
}
