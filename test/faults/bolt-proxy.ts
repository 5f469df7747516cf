// A wire between a driver and a Neo4j that can be listened to, and that breaks once where it is told to.
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Which way the n-th piece of the conversation goes that is lost together with the connection. */
export type Direction = 'to the server' | 'to the client';

export class BoltProxy {
  readonly uri: string;
  /** What clients said, one character a byte. */
  said = '';
  /** Pieces since the last `breakAt`. */
  pieces = 0;
  broken = 0;
  private readonly server: Server;
  private readonly sockets: Set<Socket>;
  private breaking: { readonly at: number; readonly direction: Direction } | undefined;

  private constructor(server: Server, sockets: Set<Socket>, port: number) {
    this.server = server;
    this.sockets = sockets;
    this.uri = `bolt://127.0.0.1:${port}`;
  }

  static async before(uri: string): Promise<BoltProxy> {
    const { hostname, port } = new URL(uri);
    const sockets = new Set<Socket>();
    const server = createServer((client) => {
      const upstream = connect(Number(port), hostname);
      for (const [from, to, direction] of [
        [client, upstream, 'to the server'],
        [upstream, client, 'to the client'],
      ] as const) {
        sockets.add(from);
        from.setNoDelay(true);
        from.on('error', () => undefined); // the other end tells
        from.on('close', () => {
          sockets.delete(from);
          to.destroy();
        });
        from.on('data', (bytes) => {
          if (direction === 'to the server') proxy.said += bytes.toString('latin1');
          if (proxy.isBreaking(direction)) from.destroy();
          else to.write(bytes);
        });
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy: BoltProxy = new BoltProxy(server, sockets, (server.address() as { port: number }).port);
    return proxy;
  }

  breakAt(at: number, direction: Direction): void {
    this.breaking = { at, direction };
    this.pieces = 0;
    this.broken = 0;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private isBreaking(direction: Direction): boolean {
    if (this.breaking?.direction !== direction || ++this.pieces !== this.breaking.at) return false;
    this.broken++;
    return true;
  }
}
