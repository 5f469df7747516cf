// Limits of one caller: requests a minute, and requests at work at once.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AppError } from '../../domain/errors.ts';
import { callerOf } from '../caller.ts';
import type { RateLimit } from './rate.ts';

export function limitRate(limit: RateLimit): RequestHandler {
  return (_request: Request, response: Response, next: NextFunction) => {
    const allowance = limit.take(callerOf(response).name, Date.now());
    if (allowance === undefined) {
      next();
      return;
    }
    for (const [name, value] of limit.headers(allowance)) response.setHeader(name, value);
    if (!allowance.isOver) {
      next();
      return;
    }
    response.setHeader('Retry-After', String(allowance.resetSeconds));
    throw new AppError('LimitExceeded', 'Too many requests in this minute; wait as Retry-After says.');
  };
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
