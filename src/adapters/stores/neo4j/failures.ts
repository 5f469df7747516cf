// Neo4j's failures as sentences that say what to do; what may be retried the driver has retried before.
import { Neo4jError } from 'neo4j-driver';
import { AppError, type ErrorCode } from '../../../domain/errors.ts';

interface KnownFailure {
  readonly pattern: RegExp;
  readonly code: ErrorCode;
  readonly sentence: string;
}

const KNOWN: readonly KnownFailure[] = [
  {
    pattern: /Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired|TokenExpired)/,
    code: 'Unauthenticated',
    sentence:
      'Neo4j refuses the user or the password: set NEO4J_USER and NEO4J_PASSWORD, and wait a little after several tries.',
  },
  {
    pattern: /Database\.DatabaseNotFound/,
    code: 'NotFound',
    sentence: 'Neo4j has no database of this name: create it, or set NEO4J_DATABASE to one it has.',
  },
  {
    pattern: /ReadOnly|NotALeader|AccessMode/,
    code: 'Forbidden',
    sentence: 'This Neo4j only lets us read: write to a server or database that accepts writes.',
  },
  {
    pattern: /Security\.Forbidden/,
    code: 'Forbidden',
    sentence:
      'The Neo4j user lacks the rights for this: grant it the role `publisher`, and for the first start `architect`.',
  },
  {
    pattern: /Certificate|certificate|TLS|SSL|ECONNRESET|wrong version number/,
    code: 'StoreUnavailable',
    sentence:
      'The encrypted connection to Neo4j failed: check whether it needs neo4j+s:// (or +ssc:// for its own certificate).',
  },
  {
    pattern: /ServiceUnavailable|SessionExpired|ENOTFOUND|ECONNREFUSED|Pool/,
    code: 'StoreUnavailable',
    sentence: 'Neo4j does not answer at this address: check host and port, and that the server is running.',
  },
  {
    pattern: /TransientError/,
    code: 'StoreUnavailable',
    sentence: 'Neo4j is busy or restarting: try again in a moment.',
  },
];

/** A wrong query keeps Neo4j's own words; all others get ours. */
export function neo4jFailure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const code = error instanceof Neo4jError ? error.code : '';
  const known = KNOWN.find(({ pattern }) => pattern.test(`${code} ${error.message}`));
  if (/^Neo\.ClientError\.(Statement|Procedure)\./.test(code) && known?.code !== 'Forbidden')
    return new AppError('InvalidInput', firstSentence(error.message), { cause, details: { neo4jCode: code } });
  if (known !== undefined) return new AppError(known.code, known.sentence, { cause });
  return new AppError('StoreUnavailable', 'Neo4j failed in a way we do not know: look into its log.', { cause });
}

const firstSentence = (message: string): string => message.split('\n')[0]!.replace(/\s*\(line .*$/, '');
