import { createConnection, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A wire between a client and a server that can fall silent, as one does behind a router that forgot it. */
export interface TcpProxy {
  /** The same address, by way of the proxy. */
  readonly url: string;
  /** From now on nothing passes on the connections that there are, and nobody is told; new ones work, too, unless told otherwise. */
  silence(options?: { readonly newOnes: boolean }): void;
  /** What was silent is cut, and nothing is silent any more. */
  restore(): void;
  /** Cuts a connection on which this was sent when its transaction has been committed, before anybody is told. */
  cutAtCommitOf(text: string): void;
  close(): Promise<void>;
}

/** Starts a proxy in front of the server of an address. */
export async function startTcpProxy(address: string): Promise<TcpProxy> {
  const { hostname: host, port } = new URL(address);
  const pairs = new Set<{ silent: boolean; readonly sockets: readonly Socket[] }>();
  let [marked, silent]: [string | undefined, boolean] = [undefined, false];
  const server = createServer((client) => {
    const upstream = createConnection({ host, port: Number(port) });
    const pair = { silent, sockets: [client, upstream] };
    pairs.add(pair);
    let isMarked = false;
    client.on('data', (data) => {
      isMarked ||= marked !== undefined && data.includes(marked);
      if (!pair.silent) upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (isMarked && marked !== undefined && data.includes('COMMIT\0')) {
        marked = undefined;
        pair.silent = true;
        client.destroy();
      }
      if (!pair.silent) client.write(data);
    });
    client.on('close', () => (pairs.delete(pair), upstream.destroy()));
    upstream.on('close', () => pair.silent || client.destroy());
    pair.sockets.forEach((socket) => socket.on('error', () => undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(address);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    silence(options) {
      silent = options?.newOnes ?? false;
      pairs.forEach((pair) => (pair.silent = true));
    },
    restore() {
      silent = false;
      for (const pair of pairs) if (pair.silent) pair.sockets.forEach((socket) => socket.destroy());
    },
    cutAtCommitOf(text) {
      marked = text;
    },
    async close() {
      silent = false;
      const closed = new Promise((resolve) => server.close(resolve));
      pairs.forEach(({ sockets }) => sockets.forEach((socket) => socket.destroy()));
      await closed;
    },
  };
}
