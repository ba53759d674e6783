/**
 * One PostgreSQL cluster and one nats-server for a whole Jest run, on free ports, in a temporary folder. Tests find them
 * through HALL_TEST_POSTGRES_URL, HALL_TEST_NATS_URL, HALL_NATS_SERVER and HALL_POSTGRES_BIN.
 */
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer, startNats } from './nats.mjs';
import { rememberProcess } from './pid-file.mjs';
import { startPostgres } from './postgres.mjs';
import { freePort, processIdentity } from './process.mjs';
import { removeAbandonedRuns, runFolderPrefix } from './test-runs.mjs';

/** Jest calls this once for every project with servers; the second call finds the work done. */
export default async function setUp() {
  if (globalThis.hallTestServers !== undefined) return;
  await removeAbandonedRuns();
  const folder = mkdtempSync(join(tmpdir(), runFolderPrefix));
  chmodSync(folder, 0o711); // PostgreSQL's account passes through; what lies inside has its own rights
  rememberProcess(join(folder, 'owner.pid'), { pid: process.pid, identity: processIdentity(process.pid) });
  mkdirSync(join(folder, 'logs'));

  const program = findNatsServer({ say: (line) => process.stderr.write(`${line}\n`) });
  const [postgres, nats] = await Promise.all([
    startPostgres({
      dataFolder: join(folder, 'postgres'),
      port: await freePort(),
      durable: false,
      logFile: join(folder, 'logs/postgres.log'),
    }),
    startNats({
      program,
      storeFolder: join(folder, 'nats'),
      port: await freePort(),
      logFile: join(folder, 'logs/nats.log'),
    }),
  ]);
  for (const { child } of [postgres, nats]) child.unref();
  globalThis.hallTestServers = { folder, postgres, nats };
  process.env.HALL_TEST_POSTGRES_URL = postgres.url;
  process.env.HALL_TEST_NATS_URL = nats.url;
  process.env.HALL_NATS_SERVER = program;
  process.env.HALL_POSTGRES_BIN = postgres.bin;
}
