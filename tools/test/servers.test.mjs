/** The servers under the tests and the local stack: started, killed, found again. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startNats } from '../servers/nats.mjs';
import { startPostgres } from '../servers/postgres.mjs';
import { endProcess, freePort, processIdentity } from '../servers/process.mjs';
import { removeDataFolder } from '../servers/unprivileged.mjs';

let folder;
let options;
const stops = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'service-hall-servers-'));
  chmodSync(folder, 0o711);
  options = {
    dataFolder: join(folder, 'postgres'),
    port: await freePort(),
    password: 'p ä/ß',
    durable: false,
    logFile: join(folder, 'postgres.log'),
  };
});

after(async () => {
  for (const stop of stops) await stop();
  removeDataFolder(options.dataFolder);
  rmSync(folder, { recursive: true, force: true });
});

async function start() {
  const server = await startPostgres(options);
  stops.push(server.stop);
  return server;
}

async function ask(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('PostgreSQL serves on the loopback address, asks for the password, and keeps what it was told', async () => {
  const server = await start();
  await ask(server.url, 'create table kept as select 7 as number');
  await assert.rejects(ask(server.url.replace(/:[^:@]*@/, ':wrong@'), 'select 1'), { code: '28P01' });
  assert.deepEqual(
    await ask(
      server.url,
      "select current_setting('listen_addresses') as at, datlocale from pg_database where datname = 'postgres'",
    ),
    [{ at: '127.0.0.1', datlocale: 'C.UTF-8' }],
  );
  await server.stop();
  assert.equal(processIdentity(server.pid), undefined);
});

test('a PostgreSQL left behind by a killed start is ended by the next one', async () => {
  const left = await start();
  const next = await start();
  assert.equal(processIdentity(left.pid), undefined);
  assert.deepEqual(await ask(next.url, 'select number from kept'), [{ number: 7 }]);
});

test('a PostgreSQL that was killed comes back with its data', async () => {
  const server = await start();
  await endProcess({ pid: server.pid, identity: processIdentity(server.pid) }, [{ signal: 'SIGKILL', waitMs: 5_000 }]);
  const next = await start();
  assert.deepEqual(await ask(next.url, 'select number from kept'), [{ number: 7 }]);
  await next.stop();
});

test('a lock file that names a stranger hinders nobody, and the stranger is left alone', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  stops.push(async () => void stranger.kill());
  const server = await start();
  const lock = readFileSync(join(options.dataFolder, 'postmaster.pid'), 'utf8');
  await endProcess({ pid: server.pid, identity: processIdentity(server.pid) }, [{ signal: 'SIGKILL', waitMs: 5_000 }]);
  writeFileSync(join(options.dataFolder, 'postmaster.pid'), lock.replace(/^\d+/, String(stranger.pid)));
  const next = await start();
  assert.notEqual(processIdentity(stranger.pid), undefined);
  await next.stop();
});

test('a NATS server left behind by a killed start is ended by the next one, and JetStream is on', async () => {
  const nats = { storeFolder: join(folder, 'nats'), port: await freePort(), logFile: join(folder, 'nats.log') };
  const left = await startNats(nats);
  const next = await startNats(nats);
  stops.push(next.stop);
  assert.equal(processIdentity(left.pid), undefined);
  assert.notEqual(processIdentity(next.pid), undefined);
});

test('a process whose number now belongs to another is not ended', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  stops.push(async () => void stranger.kill());
  assert.equal(await endProcess({ pid: stranger.pid, identity: 'an earlier one' }), true);
  assert.notEqual(processIdentity(stranger.pid), undefined);
});
