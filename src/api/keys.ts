// API keys: made once, shown once, kept as a hash; each opens the scopes it was made for.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';

export const SCOPES = ['read', 'ingest', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

const keySchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)).min(1),
  /** sha-256 of the secret; 256 random bits need no slow hash, they cannot be guessed. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  madeOn: z.string(),
});
const fileSchema = z.strictObject({ version: z.literal(1), keys: z.array(keySchema) });

export type ApiKey = z.output<typeof keySchema>;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The keys of one file; a key that is revoked there stops working within a second, without a restart. */
export class KeyRing {
  readonly #path: string;
  #keys: ReadonlyMap<string, ApiKey> = new Map();
  #stamp = '';
  #checkedAt = 0;

  constructor(path: string) {
    this.#path = path;
    this.#reload();
  }

  list(): readonly ApiKey[] {
    this.#reload();
    return [...this.#keys.values()].sort((a, b) => (a.madeOn + a.id < b.madeOn + b.id ? -1 : 1));
  }

  /** @returns the key as its owner must keep it; it cannot be shown again */
  make(name: string, scopes: readonly Scope[], now: Date): string {
    this.#reload();
    const id = randomBytes(6).toString('hex');
    const secret = randomBytes(32).toString('base64url');
    const key: ApiKey = {
      id,
      name,
      scopes: [...new Set(scopes)].sort(),
      hash: hashOf(secret),
      madeOn: now.toISOString().slice(0, 10),
    };
    this.#write([...this.#keys.values(), key]);
    return `plenary_${id}_${secret}`;
  }

  /** @throws AppError NotFound */
  revoke(id: string): void {
    this.#reload();
    if (!this.#keys.has(id))
      throw new AppError('NotFound', `No key has the id ${id}; \`plenary keys list\` shows them.`);
    this.#write([...this.#keys.values()].filter((key) => key.id !== id));
  }

  /** The key that a caller presents, or undefined where it is none of ours. */
  find(presented: string, nowMs: number): ApiKey | undefined {
    if (nowMs - this.#checkedAt > 1000) {
      this.#checkedAt = nowMs;
      this.#reload();
    }
    const [, id, secret] = /^plenary_([0-9a-f]{12})_([\w-]{43})$/.exec(presented) ?? [];
    // A key that was made a moment ago must work at once.
    if (id !== undefined && !this.#keys.has(id)) this.#reload();
    const key = this.#keys.get(id ?? '');
    if (key === undefined || secret === undefined) return undefined;
    return timingSafeEqual(Buffer.from(key.hash, 'hex'), Buffer.from(hashOf(secret), 'hex')) ? key : undefined;
  }

  #reload(): void {
    const stat = statSync(this.#path, { throwIfNoEntry: false });
    const stamp = stat === undefined ? 'none' : `${stat.mtimeMs}:${stat.size}:${stat.ino}`;
    if (stamp === this.#stamp) return;
    const keys = stat === undefined ? [] : readKeys(this.#path);
    this.#keys = new Map(keys.map((key) => [key.id, key]));
    this.#stamp = stamp;
  }

  /** Written beside and renamed, so that a reader never sees half a file. */
  #write(keys: readonly ApiKey[]): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    const draft = `${this.#path}.${process.pid}.new`;
    writeFileSync(draft, `${JSON.stringify({ version: 1, keys }, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, this.#path);
    this.#reload();
  }
}

function readKeys(path: string): readonly ApiKey[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).keys;
  } catch (cause) {
    throw new AppError('InvalidInput', 'The file of API keys is damaged; restore it or remove it and make new keys.', {
      cause,
    });
  }
}
