import { connect, createServer, type Socket } from 'node:net';

/** Bytes that went over the wire since the last {@link CountedWire.start}, heads and bodies as they were packed. */
export interface Traffic {
  readonly toHub: number;
  readonly fromHub: number;
}

/** A way to the hub on which every byte is counted. */
export interface CountedWire {
  /** Where the sync proxy is to send what is for the hub. */
  readonly address: string;
  /** Counts from nothing. */
  start(): void;
  read(): Traffic;
  close(): void;
}

/** Opens a port of its own that leads to the hub's. */
export async function countWire(hubPort: number): Promise<CountedWire> {
  let toHub = 0;
  let fromHub = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(hubPort, '127.0.0.1');
    near.on('data', (bytes) => (toHub += bytes.length)).pipe(far);
    far.on('data', (bytes) => (fromHub += bytes.length)).pipe(near);
    for (const socket of [near, far]) {
      open.add(socket);
      // One side's end is the other's.
      socket.once('error', () => socket.destroy()).once('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${String(address.port)}`,
    start: () => {
      toHub = 0;
      fromHub = 0;
    },
    read: () => ({ toHub, fromHub }),
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
