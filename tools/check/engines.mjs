/**
 * Does everything in the lock file run on the oldest Node that we promise to run on? npm only warns, and the warning is
 * easily missed. Also holds the three places together that name a Node: package.json, README.md and .nvmrc.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { root } from '../stack/paths.mjs';

/**
 * @param {{ packages: Record<string, { version?: string, engines?: { node?: string } }> }} lock a lock file of version 3
 * @param {string} floor version of Node
 * @returns {string[]} every package that does not run on it, with what it asks for
 */
export function tooNewFor(floor, { packages }) {
  return Object.entries(packages)
    .filter(([, { engines }]) => engines?.node !== undefined && !semver.satisfies(floor, engines.node))
    .map(([path, { version, engines }]) => `${path} ${version} asks for Node ${engines.node}`);
}

/**
 * @param {{ engines: string, readme: string, nvmrc: string }} said the range of package.json, and the text of the files
 * @returns {string[]} what contradicts what
 */
export function contradictions({ engines, readme, nvmrc }) {
  const { major, minor } = semver.minVersion(engines);
  const floor = `Node ${major}.${minor} or later`;
  return [
    ...(readme.includes(floor) ? [] : [`README.md does not say "${floor}"`]),
    ...(semver.satisfies(semver.coerce(nvmrc), engines) ? [] : [`.nvmrc names ${nvmrc.trim()}, outside of ${engines}`]),
  ];
}

function main() {
  const read = (name) => readFileSync(join(root, name), 'utf8');
  const engines = JSON.parse(read('package.json')).engines.node;
  const floor = semver.minVersion(engines).version;
  const lock = JSON.parse(read('package-lock.json'));
  if (lock.lockfileVersion !== 3)
    throw new Error('package-lock.json has another version than 3; engines cannot be read');
  const wrong = [
    ...tooNewFor(floor, lock),
    ...contradictions({ engines, readme: read('README.md'), nvmrc: read('.nvmrc') }),
  ];
  if (wrong.length > 0) {
    process.stderr.write(`Not everything runs on Node ${floor}:\n${wrong.map((line) => `  ${line}`).join('\n')}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) main();
