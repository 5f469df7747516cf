// What a store is named by: `file:<folder>` for this machine, `neo4j://` or `bolt://` for a server.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../domain/errors.ts';

const schemeOf = (url: string): string => /^([a-z0-9+]+):/i.exec(url)?.[1]?.toLowerCase() ?? '';

export const isFileUrl = (url: string): boolean => schemeOf(url) === 'file';
export const isNeo4jUrl = (url: string): boolean => /^(neo4j|bolt)(\+s|\+ssc)?$/.test(schemeOf(url));

/** `file:./data` is relative to the working folder; `file:///data` is a URL. */
export function folderOf(url: string): string {
  const path = url.slice('file:'.length);
  if (path !== '')
    try {
      return path.startsWith('//') ? fileURLToPath(url) : resolve(path);
    } catch {
      // `file://data` names a machine, not a folder.
    }
  throw new AppError('InvalidInput', 'This names no folder: write file:<folder>, as in file:./my-store.');
}

export interface Neo4jAddress {
  /** Without user and password. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
}

/** The user may stand in the address; the driver wants it apart. */
export function neo4jAddress(text: string): Neo4jAddress {
  try {
    const address = new URL(text);
    const [user, password] = [address.username, address.password].map(decodeURIComponent);
    address.username = '';
    address.password = '';
    return { url: address.href, ...(user ? { user } : {}), ...(password ? { password } : {}) };
  } catch (cause) {
    throw new AppError('InvalidInput', 'This is not the address of a Neo4j: write neo4j://<host>:7687.', { cause });
  }
}
