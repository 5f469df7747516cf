// Several handlers as one: each step of an Express router costs as much as a short handler itself.
import type { RequestHandler } from 'express';

/** What a handler throws, or says to its `next`, ends the turn as it would in a router. For handlers that return nothing. */
export function inTurn(...handlers: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => {
    let at = 0;
    const step = (error?: unknown): void => {
      const handler = handlers[at++];
      // A router that has nothing more to say may say null.
      if ((error ?? undefined) !== undefined || handler === undefined) next(error);
      else void handler(request, response, step);
    };
    step();
  };
}
