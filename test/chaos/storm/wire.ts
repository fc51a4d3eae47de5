import { connect, createServer, type Socket } from 'node:net';

/** A wire to a database that can be cut, or go silent while it looks alive. */
export interface Wire {
  readonly port: number;
  /** Breaks every connection at once; new ones work. */
  cut(): number;
  /** Bytes stop in both directions, and no connection is told. */
  silence(): void;
  /** Bytes flow again, those held back first. */
  restore(): void;
  close(): Promise<void>;
}

/** Lays a wire to a local port. */
export async function layWire(targetPort: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let silent = false;

  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => {
        to.write(bytes);
      });
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (silent) from.pause();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wire must listen on a TCP port');

  const cut = () => {
    const cutNow = [...sockets];
    for (const socket of cutNow) socket.resetAndDestroy();
    return cutNow.length / 2;
  };
  return {
    port: address.port,
    cut,
    silence() {
      silent = true;
      for (const socket of sockets) socket.pause();
    },
    restore() {
      silent = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      cut();
      return closed;
    },
  };
}
