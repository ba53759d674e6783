import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { spawnSync } from 'node:child_process';

/** Clock ticks per second in `/proc`, as every Linux in use has it. */
const TICKS_PER_SECOND = 100;
const canPin = process.platform === 'linux' && spawnSync('taskset', ['--version']).status === 0;
const linux = process.platform === 'linux';

/** Whether processes can be kept on a core of their own. */
export const pinning = canPin;

/** Keeps this process, and what it starts from now on without a core of its own, on one core. */
export function pinSelf(core) {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', String(core), String(process.pid)]);
}

/** Starts a node process on a core; output goes to `stdout` option, errors to ours. */
export function startNode(args, { core, cwd, stdio = ['ignore', 'ignore', 'inherit'] }) {
  const command = [process.execPath, ...args];
  const [file, ...rest] = canPin ? ['taskset', '-c', String(core), ...command] : command;
  return spawn(file, rest, { cwd, stdio, env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn' } });
}

/** Ends a process that was started here and waits for it. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(force);
}

/** Processor time in milliseconds and memory in MiB of a process and its children; undefined outside Linux. */
export function usage(pid) {
  if (!linux) return undefined;
  let [cpuMs, rssMiB] = [0, 0];
  for (const id of family(pid)) {
    const fields = statOf(id);
    if (fields === undefined) continue;
    cpuMs += ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
    rssMiB += (Number(fields[21]) * 4096) / 1024 / 1024;
  }
  return { cpuMs, rssMiB };
}

/** The fields of `/proc/<pid>/stat` after the name, which may itself contain spaces. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function family(pid) {
  const children = new Map();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = Number(statOf(entry)?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const members = [pid];
  for (const member of members) members.push(...(children.get(member) ?? []));
  return members;
}

/** A port nobody listens on at the moment. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
