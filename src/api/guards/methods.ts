// A method that means nothing at an address is refused by name, with those that do.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AppError } from '../../domain/errors.ts';

export function refuseMethod(methods: readonly string[]): RequestHandler {
  const allowed = [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].sort().join(', ');
  return (request: Request, response: Response, next: NextFunction) => {
    response.set('Allow', allowed);
    next(new AppError('MethodNotAllowed', `${request.method} means nothing here; use ${allowed}.`));
  };
}
