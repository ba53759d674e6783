/** What runs what: which processes have to start again when a file is no longer what it was. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What a process loads; declarations and source maps are for other readers. */
const loaded = /\.(js|json|graphql)$/;

/**
 * @param {string} root of the checkout
 * @param {string} folder of a project, below the root
 * @returns {string[]} the folder and those of every project it is built upon, as its tsconfig.json says
 */
export function foldersOf(root, folder) {
  const { references = [] } = JSON.parse(readFileSync(join(root, folder, 'tsconfig.json'), 'utf8'));
  const below = references.flatMap(({ path }) => foldersOf(root, relative(root, join(root, folder, path))));
  return [...new Set([folder, ...below])];
}

/**
 * @param {Iterable<string>} paths files that changed, below the root
 * @param {Record<string, string[]>} folders by process: the folders of the projects it runs
 * @returns {string[]} the processes that run one of them, in the order of `folders`
 */
export function processesRunning(paths, folders) {
  const changed = [...paths].filter((path) => loaded.test(path));
  const runs = (folder) => changed.some((path) => path.startsWith(`${folder}/`));
  return Object.keys(folders).filter((name) => folders[name].some(runs));
}

/**
 * @param {Iterable<string>} paths files that changed, below the root
 * @returns {boolean} whether the graph may have other fields than before
 */
export function touchesGraph(paths) {
  return [...paths].some(
    (path) => /^(apps|libs\/shared)\/\w+\/dist\/(\w+\/)*graphql\//.test(path) && loaded.test(path),
  );
}

/**
 * What the compiler writes anew is not always other than before, and only another content is a reason to start again.
 * @param {string} root of the checkout
 * @param {Iterable<string>} folders of projects
 * @param {Map<string, { mtimeMs: number, hash: string }>} [known] an earlier answer, so that only what was written is read
 * @returns {Map<string, { mtimeMs: number, hash: string }>} every file that a process may load
 */
export function builtFiles(root, folders, known = new Map()) {
  const files = new Map();
  for (const folder of folders) {
    const dist = join(root, folder, 'dist');
    const names = existsSync(dist) ? readdirSync(dist, { recursive: true }).map((name) => join('dist', name)) : [];
    for (const name of [...names, 'supergraph.graphql']) {
      const [path, file] = [join(folder, name), join(root, folder, name)];
      if (!loaded.test(name) || !existsSync(file)) continue;
      const { mtimeMs } = statSync(file);
      const before = known.get(path);
      const hash = before?.mtimeMs === mtimeMs ? before.hash : hashOf(file);
      files.set(path, { mtimeMs, hash });
    }
  }
  return files;
}

/** @returns {string[]} the paths whose content differs between two answers of `builtFiles` */
export function differences(before, after) {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path)?.hash !== after.get(path)?.hash,
  );
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('base64');
}
