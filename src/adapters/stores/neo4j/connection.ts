// The connection to a Neo4j server or cluster: the driver, its sessions and the first checks.
import neo4j, { type BookmarkManager, type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { AppError } from '../../../domain/errors.ts';
import { neo4jFailure } from './failures.ts';

export interface Neo4jOptions {
  readonly user: string;
  readonly password: string;
  /** The user's home database where nothing is said. */
  readonly database?: string;
}

/** A server that restarts is back within this time; the driver tries again until then. */
const RETRY_MS = 60_000;
const CONNECT_MS = 10_000;
const OLDEST_MAJOR = 5;

export class Neo4jConnection {
  private readonly driver: Driver;
  private readonly database: string | undefined;
  /** So that a read of a cluster sees what was written before it. */
  private readonly bookmarks: BookmarkManager = neo4j.bookmarkManager();

  constructor(url: string, { user, password, database }: Neo4jOptions) {
    this.database = database;
    try {
      this.driver = neo4j.driver(url, neo4j.auth.basic(user, password), {
        useBigInt: true,
        maxTransactionRetryTime: RETRY_MS,
        connectionTimeout: CONNECT_MS,
        connectionAcquisitionTimeout: RETRY_MS,
        userAgent: 'plenary',
      });
    } catch (cause) {
      throw new AppError(
        'InvalidInput',
        'This is not the address of a Neo4j: write neo4j://<host>:7687 or bolt://<host>:7687.',
        {
          cause,
        },
      );
    }
  }

  /** @throws AppError where nobody answers, the password is wrong or the server too old */
  async check(): Promise<void> {
    try {
      const { agent } = await this.driver.getServerInfo(this.database === undefined ? {} : { database: this.database });
      const major = Number(/^Neo4j\/(\d+)/.exec(agent ?? '')?.[1] ?? OLDEST_MAJOR);
      if (major < OLDEST_MAJOR)
        throw new AppError('Unsupported', `This is a Neo4j ${major}: Plenary needs Neo4j ${OLDEST_MAJOR} or later.`);
    } catch (error) {
      throw neo4jFailure(error);
    }
  }

  /** Retried by the driver, and only there, where the failure is a passing one. */
  async write<T>(work: (transaction: ManagedTransaction) => Promise<T>): Promise<T> {
    return await this.within(neo4j.session.WRITE, (session) => session.executeWrite(work));
  }

  async query<Row extends Record<string, unknown>>(
    cypher: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly Row[]> {
    return await this.within(neo4j.session.READ, (session) =>
      session.executeRead(async (transaction) => {
        const { records } = await transaction.run<Row>(cypher, parameters);
        return records.map((record) => record.toObject());
      }),
    );
  }

  /** For administration statements, which open their own transaction. */
  async command(cypher: string): Promise<void> {
    await this.within(neo4j.session.WRITE, (session) => session.run(cypher));
  }

  session(mode: 'READ' | 'WRITE'): Session {
    return this.driver.session({
      defaultAccessMode: mode,
      bookmarkManager: this.bookmarks,
      ...(this.database === undefined ? {} : { database: this.database }),
    });
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async within<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.session(mode);
    try {
      return await work(session);
    } catch (error) {
      throw neo4jFailure(error);
    } finally {
      await session.close().catch(() => undefined); // the failure that matters is on its way already
    }
  }
}
