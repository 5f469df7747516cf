// The requests and responses that an Express application is given with its own prototypes, so that it need not change them.
import type { Express } from 'express';
import { IncomingMessage, ServerResponse } from 'node:http';

interface MessageClasses {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof ServerResponse;
}

/**
 * Express sets the prototype of each message, and the engine then makes a hidden class for that one object, which lives until a
 * full collection: collections take tens of milliseconds, and a short answer twice its time. A message that is born with
 * that prototype is left as it is.
 */
export function messagesOf(app: Express): MessageClasses {
  class Request extends IncomingMessage {}
  class Response<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {}
  Object.setPrototypeOf(Request.prototype, app.request);
  Object.setPrototypeOf(Response.prototype, app.response);
  app.request = Request.prototype as Express['request'];
  app.response = Response.prototype as Express['response'];
  return { IncomingMessage: Request, ServerResponse: Response };
}
