// The peer: bare Express routes that send the same bytes and do nothing else, in a process of their own.
import express from 'express';
import type { AddressInfo } from 'node:net';
import { ownUsage } from './processes.ts';

interface Peer {
  readonly entity: string;
  readonly rows: unknown;
}

process.once('message', ({ entity, rows }: Peer) => {
  const bytes = Buffer.from(entity);
  const app = express();
  app.disable('x-powered-by').set('etag', false);
  app.get('/entity', (_request, response) => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', bytes.length);
    response.end(bytes);
  });
  app.get('/rows', (_request, response) => {
    const text = Buffer.from(JSON.stringify(rows));
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', text.length);
    response.end(text);
  });
  const server = app.listen(0, '127.0.0.1', () => {
    process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
});
process.on('message', (message) => {
  if (message === 'usage') process.send!(ownUsage());
});
