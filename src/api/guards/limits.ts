// Limits of one caller: requests a minute, and requests at work at once.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { AppError } from '../../domain/errors.ts';
import { callerOf } from '../caller.ts';

const WINDOW_MS = 60_000;

/** @param perMinute 0 is no limit */
export function limitRate(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (_request, response) => callerOf(response).name,
    handler: (_request, _response, next) =>
      next(new AppError('LimitExceeded', 'Too many requests in this minute; wait as Retry-After says.')),
  });
}

export function limitConcurrency(atOnce: number): RequestHandler {
  const atWork = new Map<string, number>();
  return (_request: Request, response: Response, next: NextFunction) => {
    const { name } = callerOf(response);
    const running = atWork.get(name) ?? 0;
    if (running >= atOnce)
      throw new AppError('LimitExceeded', `At most ${atOnce} requests may be at work at once; wait for one to end.`);
    atWork.set(name, running + 1);
    response.once('close', () => {
      const left = (atWork.get(name) ?? 1) - 1;
      if (left === 0) atWork.delete(name);
      else atWork.set(name, left);
    });
    next();
  };
}
