// spaCy's attribute rules: universal part of speech, morphology and some lemmas from tag, lower-case form and relation.
import type { AttributeRule, AttributeTest } from '../model.ts';

/** What the rules look at. */
export interface RuledToken {
  readonly tag: string;
  readonly lower: string;
  readonly dep: string;
  readonly isSpace: boolean;
}

export interface Attributes {
  readonly pos: string;
  /** `Number=Sing|Person=3`, or empty. */
  readonly morph: string;
  /** Lemma that a rule gives, if any. */
  readonly lemma: string | undefined;
}

type TokenTest = (token: RuledToken) => boolean;

interface CompiledRule {
  /** Alternatives; each is a test per token, the first for the token at `-index`. */
  readonly patterns: readonly (readonly TokenTest[])[];
  readonly index: number;
  readonly attributes: Readonly<Record<string, string>>;
}

const FIELDS: Readonly<Record<string, (token: RuledToken) => string>> = {
  TAG: (token) => token.tag,
  LOWER: (token) => token.lower,
  DEP: (token) => token.dep,
};

export class AttributeRuler {
  readonly #rules: readonly CompiledRule[];
  readonly #rulesByTag = new Map<string, readonly CompiledRule[]>();
  readonly #tagTests: readonly (TokenTest | undefined)[];

  constructor(rules: readonly AttributeRule[]) {
    this.#rules = rules.map((rule) => ({
      patterns: rule.patterns.map((pattern) => pattern.map(compileToken)),
      index: rule.index,
      attributes: rule.attrs,
    }));
    this.#tagTests = rules.map((rule) => {
      const tests = rule.patterns.map((pattern) => pattern[rule.index]!['TAG']);
      if (tests.some((test) => test === undefined)) return undefined;
      const compiled = tests.map((test) => compileField('TAG', test!));
      return (token) => compiled.some((test) => test(token));
    });
  }

  /** Attributes of the token at `index`; later rules win. */
  attributes(index: number, tokenAt: (index: number) => RuledToken | undefined): Attributes {
    const token = tokenAt(index)!;
    let [pos, morph] = ['', ''];
    let lemma: string | undefined;
    for (const rule of this.#rulesFor(token)) {
      if (!matches(rule, index, tokenAt)) continue;
      pos = rule.attributes['POS'] ?? pos;
      morph = rule.attributes['MORPH'] ?? morph;
      lemma = rule.attributes['LEMMA'] ?? lemma;
    }
    return { pos, morph: morph === '_' ? '' : morph, lemma };
  }

  /** Whether a rule that reads the words around a token may apply to it. */
  looksAround(token: RuledToken): boolean {
    return this.#rulesFor(token).some(({ patterns, index }) =>
      patterns.some((pattern) => pattern.length > 1 && pattern[index]!(token)),
    );
  }

  /** Rules that the token's tag does not rule out. */
  #rulesFor(token: RuledToken): readonly CompiledRule[] {
    let rules = this.#rulesByTag.get(token.tag);
    if (rules === undefined) {
      rules = this.#rules.filter((_, i) => this.#tagTests[i]?.(token) ?? true);
      this.#rulesByTag.set(token.tag, rules);
    }
    return rules;
  }
}

function matches(rule: CompiledRule, index: number, tokenAt: (index: number) => RuledToken | undefined): boolean {
  return rule.patterns.some((pattern) =>
    pattern.every((test, i) => {
      const token = tokenAt(index - rule.index + i);
      return token !== undefined && test(token);
    }),
  );
}

function compileToken(pattern: Readonly<Record<string, AttributeTest>>): TokenTest {
  const tests = Object.entries(pattern).map(([field, test]) => compileField(field, test));
  return (token) => tests.every((test) => test(token));
}

function compileField(field: string, test: AttributeTest): TokenTest {
  if (field === 'IS_SPACE') return (token) => token.isSpace === test;
  const read = FIELDS[field];
  if (read === undefined) throw new Error(`an attribute rule looks at ${field}, which is not known`);
  if (typeof test !== 'object') return (token) => read(token) === test;
  if (test.IN !== undefined) {
    const allowed = new Set(test.IN);
    return (token) => allowed.has(read(token));
  }
  if (test.NOT_IN !== undefined) {
    const refused = new Set(test.NOT_IN);
    return (token) => !refused.has(read(token));
  }
  const expression = new RegExp(test.REGEX!, 'u');
  return (token) => expression.test(read(token));
}
