/** Finds out which of the wanted ports are taken, and by whom. */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { commandLine } from '../servers/process.mjs';

/**
 * @param {[name: string, port: number][]} wanted ports of the loopback address
 * @throws naming every port that is taken and, where the system tells, the process that has it
 */
export async function requireFreePorts(wanted) {
  const busy = [];
  for (const [name, port] of wanted) {
    if (!(await isFree(port)))
      busy.push(`  ${port}, wanted for ${name}: used by ${ownerOf(port) ?? 'an unknown process'}`);
  }
  if (busy.length > 0) {
    throw new Error(`Ports of 127.0.0.1 are in use:\n${busy.join('\n')}\nStop what uses them and start again.`);
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function ownerOf(port) {
  const ask = (program, ...args) => spawnSync(program, args, { encoding: 'utf8' }).stdout ?? '';
  const pid =
    /pid=(\d+)/.exec(ask('ss', '-ltnpH', `sport = :${port}`))?.[1] ??
    /^p(\d+)/m.exec(ask('lsof', '-nP', '-Fp', `-iTCP:${port}`, '-sTCP:LISTEN'))?.[1];
  return pid === undefined ? undefined : `process ${pid} (${commandLine(Number(pid)).slice(0, 120)})`;
}
