// What a route is: its address, who may call it, what it asks and answers. Router, OpenAPI document and tests are made from it.
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ErrorCode } from '../domain/errors.ts';
import type { Scope } from './keys.ts';
import type { Service } from './service.ts';

export type Fields = z.ZodObject;

/** What a handler gets: everything checked by the route's own schemas. */
export interface Call<P extends Fields, Q extends Fields> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly request: Request;
  readonly response: Response;
  readonly service: Service;
  /** Version of the graph that the answer will be labelled with. */
  readonly version: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The handler wrote the response itself (streams). */
export const STREAMED = Symbol('streamed');

export interface BodyContract {
  readonly description: string;
  readonly required: boolean;
  /** Media type to schema; raw bytes have the schema `{type: string, format: binary}` in the document. */
  readonly content: Readonly<Record<string, z.ZodType>>;
  /** Taken too, and named in the description only: tools that make requests from the document cannot write them. */
  readonly alsoTakes?: readonly string[];
}

export interface AnswerContract {
  readonly description: string;
  readonly content?: Readonly<Record<string, z.ZodType>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RouteContract<P extends Fields, Q extends Fields> {
  readonly method: 'get' | 'post' | 'delete';
  /** OpenAPI style: `/api/v1/entities/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** `public` is open to anyone who reaches the service. */
  readonly scope: Scope | 'public';
  /** The answer depends on the graph and the address alone: it carries the graph version as ETag and is kept for a repeat. */
  readonly ofGraph: boolean;
  readonly params: P;
  readonly query: Q;
  readonly body?: BodyContract;
  readonly answers: Readonly<Record<number, AnswerContract>>;
  /** Refusals beyond those that every route of its scope shares. */
  readonly refusals: readonly ErrorCode[];
  /** Refuses as Neo4j does, not as problem+json. */
  readonly neo4jErrors?: boolean;
  /** May take long and holds a place of its own. */
  readonly weight?: 'light' | 'heavy';
  /** @returns what to send, or STREAMED when the response is already written */
  answer(call: Call<P, Q>): Promise<Answer | typeof STREAMED>;
}

/** A route with its own types closed over, so that routes of all shapes fit one list. */
export type Route = RouteContract<Fields, Fields>;

/** Checks a contract's types where it is written, and forgets them for the list. */
export const route = <P extends Fields, Q extends Fields>(contract: RouteContract<P, Q>): Route => contract;
