// The configuration: defaults, then a file, then the environment, then flags; checked whole before anything starts.
import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { AppError } from './domain/errors.ts';

const whole = (least: number, most: number): z.ZodCoercedNumber => z.coerce.number().int().min(least).max(most);
const words = z.union([
  z.array(z.string()),
  z.string().transform((line) =>
    line
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]);
const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((word) => word === 'true' || word === '1'),
]);

const SETTINGS = {
  store: z
    .string()
    .min(1)
    .default('./plenary-data')
    .transform((store) => (/^[a-z][a-z0-9+.-]+:/i.test(store) ? store : `file:${store}`))
    .describe('Folder of the embedded store, or a neo4j:// or bolt:// address'),
  host: z.string().min(1).default('127.0.0.1').describe('Address to listen on; beyond loopback API keys are required'),
  port: whole(0, 65_535).default(8080).describe('Port to listen on; 0 takes a free one'),
  keysFile: z.string().optional().describe('File of the hashed API keys; by default inside the store folder'),
  requireKeys: flag.default(false).describe('Ask for API keys on loopback too'),
  allowedHosts: words.default([]).describe('Host names beside its own that requests may name'),
  allowedOrigins: words.default([]).describe('Origins of web pages that may call this service'),
  trustProxy: whole(0, 10).default(0).describe('Number of reverse proxies in front whose X-Forwarded-For is believed'),
  ratePerMinute: whole(0, 10_000_000).default(6000).describe('Requests a minute for one key or address; 0 is no limit'),
  concurrentPerCaller: whole(1, 10_000).default(32).describe('Requests at work at once for one key or address'),
  maxInFlight: whole(1, 100_000).default(256).describe('Requests at work at once in all; more are refused with 503'),
  maxLagMs: whole(10, 60_000)
    .default(150)
    .describe('Delay of the event loop above which requests are refused with 503'),
  requestTimeoutMs: whole(100, 3_600_000).default(30_000).describe('Time in which a request must have arrived whole'),
  maxBodyBytes: whole(1024, 1 << 30)
    .default(1 << 20)
    .describe('Largest JSON body'),
  maxUploadBytes: whole(1024, 1 << 30)
    .default(50 << 20)
    .describe('Largest document that is taken in'),
  maxJsonDepth: whole(4, 1000).default(32).describe('Deepest nesting of a JSON body'),
  queryTimeoutMs: whole(1, 3_600_000).default(10_000).describe('Longest run of a Cypher query'),
  queryMaxRows: whole(1, 10_000_000).default(10_000).describe('Most rows of a Cypher answer'),
  queryMaxBytes: whole(1024, 1 << 30)
    .default(32 << 20)
    .describe('Largest Cypher answer'),
  cacheBytes: whole(0, 2 ** 34)
    .default(64 << 20)
    .describe('Memory for answers kept until the graph changes'),
  ingestAtOnce: whole(1, 64).default(1).describe('Documents read at once when they come by the API'),
  ingestQueue: whole(1, 100_000).default(100).describe('Documents that may wait; more are refused with 503'),
  neo4jUser: z.string().optional().describe('User of a Neo4j store; by default the one in its address, or neo4j'),
  neo4jPassword: z.string().optional().describe('Password of a Neo4j store'),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn').describe('What is logged'),
} as const;

const schema = z.strictObject(SETTINGS);
export type Config = z.output<typeof schema>;
export type Settings = Partial<Record<keyof Config, unknown>>;
export const SETTING_NAMES = Object.keys(SETTINGS) as (keyof Config)[];

export const describeSetting = (name: keyof Config): string => SETTINGS[name].description ?? '';

/** `queryMaxRows` is `PLENARY_QUERY_MAX_ROWS`. */
export const environmentName = (name: string): string =>
  `PLENARY_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): Settings {
  const found: Settings = {};
  for (const name of SETTING_NAMES) {
    const value = environment[environmentName(name)];
    if (value !== undefined && value !== '') found[name] = value;
  }
  // The names that Neo4j's own tools read.
  const user = environment['NEO4J_USER'] ?? environment['NEO4J_USERNAME'];
  if (user !== undefined) found.neo4jUser ??= user;
  if (environment['NEO4J_PASSWORD'] !== undefined) found.neo4jPassword ??= environment['NEO4J_PASSWORD'];
  return found;
}

function fromFile(path: string | undefined): Settings {
  if (path === undefined) return {};
  let content: unknown;
  try {
    content = parseYaml(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError(
      'InvalidInput',
      'The configuration file cannot be read as YAML or JSON; mend it or leave --config out.',
      { cause },
    );
  }
  if (content === null || content === undefined) return {};
  if (typeof content !== 'object' || Array.isArray(content))
    throw new AppError('InvalidInput', 'The configuration file must be a list of `name: value` lines.');
  return content;
}

/** @throws AppError InvalidInput that names every wrong setting */
export function loadConfig(
  flags: Settings,
  environment: Readonly<Record<string, string | undefined>> = {},
  file: string | undefined = environment['PLENARY_CONFIG'],
): Config {
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  const parsed = schema.safeParse({ ...fromFile(file), ...fromEnvironment(environment), ...given });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'configuration'}: ${issue.message}`);
  throw new AppError('InvalidInput', `Mend the configuration (${faults.join('; ')}).`);
}
