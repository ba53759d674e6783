/** A part of the local stack that ends by itself comes back, but not for ever. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { processIdentity, waitUntil } from '../servers/process.mjs';
import { supervise } from '../stack/supervise.mjs';

const lasting = 'setInterval(() => {}, 1000)';
const stubborn = `process.on('SIGTERM', () => {}); ${lasting}`;
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-hall-supervise-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** A part that runs a line of JavaScript. */
function part(name, scripts, stopSteps) {
  const said = [];
  const launched = [];
  const logFile = join(folder, `${name}.log`);
  writeFileSync(logFile, 'the last words\n');
  const supervised = supervise(
    {
      name,
      logFile,
      pidFile: join(folder, `${name}.pid`),
      stopSteps,
      launch: async (onSpawn) => {
        const script = scripts[Math.min(launched.length, scripts.length - 1)];
        const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
        launched.push(child);
        onSpawn(child);
        if (script === 'process.exit(3)') throw new Error(`${name} ended before it was ready`);
      },
    },
    { say: (line) => said.push(line), onGiveUp: () => said.push('gave up'), firstPauseMs: 10 },
  );
  return { ...supervised, said, launched };
}

const eventually = (condition) => waitUntil(condition, { withinMs: 20_000, failure: () => 'it did not happen' });

test('it is started again after kill -9, noted for the next start, and gone after stop', async () => {
  const it = part('lasting', [lasting]);
  await it.start();
  it.launched[0].kill('SIGKILL');
  await eventually(() => it.said.includes('lasting is ready again'));
  const { pid } = JSON.parse(readFileSync(join(folder, 'lasting.pid'), 'utf8'));
  assert.equal(pid, it.launched[1].pid);
  await it.stop();
  assert.equal(processIdentity(pid), undefined);
  assert.equal(existsSync(join(folder, 'lasting.pid')), false);
  assert.equal(it.launched.length, 2);
});

test('the first start does not try again: it says why', async () => {
  const it = part('broken', ['process.exit(3)']);
  await assert.rejects(it.start(), /ended before it was ready/);
  assert.equal(it.launched.length, 1);
});

test('one that keeps ending is given up, with the end of its log', async () => {
  const it = part('failing', [lasting, 'process.exit(3)']);
  await it.start();
  it.launched[0].kill('SIGKILL');
  await eventually(() => it.said.includes('gave up'));
  assert.match(it.said.at(-2), /that was too often[^]*the last words/);
  assert.equal(it.launched.length, 7);
});

test('one that does not listen is ended all the same', async () => {
  const it = part(
    'stubborn',
    [stubborn],
    [
      { signal: 'SIGTERM', waitMs: 100 },
      { signal: 'SIGKILL', waitMs: 5_000 },
    ],
  );
  await it.start();
  await it.stop();
  assert.equal(processIdentity(it.launched[0].pid), undefined);
});

test('it is started again when it is asked to, which is no failure; a start that fails is told and tried once', async () => {
  const it = part('changed', [lasting, lasting, 'process.exit(3)', lasting]);
  await it.start();
  await it.restart();
  assert.equal(processIdentity(it.launched[0].pid), undefined);
  assert.equal(it.isReady(), true);
  assert.deepEqual(it.said, []);
  await it.restart();
  assert.equal(it.isReady(), false);
  assert.deepEqual(it.said, ['changed ended before it was ready']);
  await it.restart();
  assert.equal(it.isReady(), true);
  await it.stop();
  assert.equal(it.launched.length, 4);
});
