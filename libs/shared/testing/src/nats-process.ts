import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, createConnection } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromTestRun } from './environment';
import { eventually } from './eventually';

/** A nats-server of one test file: durable names of different files must not meet. */
export interface NatsProcess {
  readonly url: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with what its store still has. */
  start(): Promise<void>;
  /** It hangs: its connections stay, and nothing is answered, until it goes on. */
  hang(): void;
  goOn(): void;
  /** Forgets everything the broker had stored; only while it is not running. */
  deleteStore(): void;
  stop(): Promise<void>;
}

/** Starts a private nats-server with JetStream on a free port. */
export async function startNats(): Promise<NatsProcess> {
  const port = await freePort();
  const store = mkdtempSync(join(tmpdir(), 'hall-nats-'));
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
  };
  const server: NatsProcess = {
    url: `nats://127.0.0.1:${port}`,
    async start() {
      child = spawn(fromTestRun('HALL_NATS_SERVER'), ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', store], {
        stdio: 'ignore',
      });
      await eventually(() => answers(port), { message: 'nats-server did not start' });
    },
    kill: () => end('SIGKILL'),
    hang: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    deleteStore: () => rmSync(store, { recursive: true, force: true }),
    async stop() {
      await end('SIGKILL');
      server.deleteStore();
    },
  };
  await server.start();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('data', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
