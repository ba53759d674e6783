/** `npm run dev`: compiles what changes and starts again the processes that run it, and only those. */
import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { builtFiles, differences, foldersOf, processesRunning, touchesGraph } from './changes.mjs';
import { run } from './install.mjs';
import { inHall, root, subgraphs } from './paths.mjs';

/** In the order in which they start: the gateway asks the others. */
const folders = Object.fromEntries([...subgraphs, 'gateway'].map((name) => [name, foldersOf(root, `apps/${name}`)]));
const everyFolder = new Set(Object.values(folders).flat());

/**
 * The compiler as a part of the stack: it stays, and tells when it is through.
 * @param {{ say: (line: string) => void, onCompiled: () => void }} host
 */
export function compilerPart({ say, onCompiled }) {
  const logFile = inHall('logs', 'compiler.log');
  return {
    name: 'the compiler',
    logFile,
    pidFile: inHall('compiler.pid'),
    launch: (onSpawn) =>
      new Promise((ready, reject) => {
        writeFileSync(logFile, '');
        const tsc = join(root, 'node_modules/typescript/bin/tsc');
        const child = spawn(process.execPath, [tsc, '-b', '--watch', '--preserveWatchOutput', '--pretty', 'false'], {
          cwd: root,
          stdio: ['ignore', 'pipe', 'inherit'],
          detached: true,
        });
        onSpawn(child);
        child.once('error', reject).once('exit', () => reject(new Error('the compiler ended')));
        createInterface({ input: child.stdout }).on('line', (line) => {
          appendFileSync(logFile, `${line}\n`);
          if (/: error TS\d+:/.test(line)) say(line);
          if (/File change detected/.test(line)) say('compiling …');
          const [, errors] = /Found (\d+) errors?\. Watching/.exec(line) ?? [];
          if (errors === undefined) return;
          ready();
          if (errors === '0') onCompiled();
          else say(`${errors} ${errors === '1' ? 'error' : 'errors'}; what runs stays as it is`);
        });
      }),
  };
}

/**
 * Keeps what runs at what is built.
 * @param {(line: string) => void} say
 * @param {Record<string, { restart: () => Promise<void>, isReady: () => boolean }>} supervised the processes by name
 * @returns {() => Promise<void>} to call whenever something was built
 */
export function restarter(say, supervised) {
  let running = builtFiles(root, everyFolder);
  let queue = Promise.resolve();

  async function follow() {
    const changed = await changes();
    if (changed.length === 0) return;
    const affected = processesRunning(changed, folders);
    // Any change may be the one that mends what did not come up.
    const names = Object.keys(folders).filter((name) => affected.includes(name) || !supervised[name].isReady());
    if (names.length === 0) return say('compiled; no process runs what changed');
    const since = performance.now();
    say(`starting again: ${names.join(', ')}`);
    await Promise.all(names.filter((name) => name !== 'gateway').map((name) => supervised[name].restart()));
    if (names.includes('gateway')) await supervised.gateway.restart();
    if (names.every((name) => supervised[name].isReady()))
      say(`ready again after ${((performance.now() - since) / 1000).toFixed(1)} s`);
  }

  /** What differs from what runs; when the graph may differ, its generated files are written first. */
  async function changes() {
    let built = builtFiles(root, everyFolder, running);
    if (touchesGraph(differences(running, built))) {
      await composeGraph(say);
      built = builtFiles(root, everyFolder, built);
    }
    const changed = differences(running, built);
    running = built;
    return changed;
  }

  return () => (queue = queue.then(follow).catch((error) => say(error.message)));
}

/** The gateway serves what the services' schemas compose to; as `npm run fix:schema`. */
async function composeGraph(say) {
  try {
    await run(process.execPath, [join(root, 'tools/dist/schema/main.js'), '--write']);
    await run(process.execPath, [join(root, 'tools/dist/compose/main.js'), '--write']);
  } catch (error) {
    say(`the graph could not be composed, the gateway serves the one before:\n${error.message}`);
  }
}
