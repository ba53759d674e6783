import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { preProcessFile } from 'typescript';
import { importCycles } from './import-cycles';
import type { ImportGraph } from './import-cycles';
import { services } from './service-folders.cjs';

const root = join(__dirname, '../..');
const sources = [
  ...['gateway', ...services].map((app) => `apps/${app}/src`),
  ...['kernel', 'contracts', 'platform', 'testing'].map((library) => `libs/shared/${library}/src`),
];

/**
 * The one way round that stays: the loaders of a service are typed by what makes them, which knows the types of the graph,
 * and a type of the graph names the loader that fills a field, so that a wrong name does not compile.
 */
const stays =
  /^(graphql\/(loaded|results)\.ts imports graphql|deadline-graph\/commitment\.(type|resolver)\.ts imports deadline-graph)\/loaders\.ts$/;

function graphOf(source: string): ImportGraph {
  const folder = join(root, source);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = preProcessFile(readFileSync(join(folder, file), 'utf8'));
      const imported = importedFiles
        .filter(({ fileName }) => fileName.startsWith('.'))
        .map(({ fileName }) => relative(folder, join(folder, dirname(file), fileName)))
        .map((path) => [`${path}.ts`, join(path, 'index.ts')].find((each) => known.has(each)))
        .filter((each) => each !== undefined);
      return [file, imported.filter((each) => !stays.test(`${file} imports ${each}`))];
    }),
  );
}

test.each(sources)('no file of %s imports its way back to itself, types included', (source) => {
  const graph = graphOf(source);
  expect([...graph.values()].some((imported) => imported.length > 0)).toBe(true);
  expect(importCycles(graph)).toEqual([]);
});

test('a way round is found wherever it begins, and only once', () => {
  const chain: [string, string[]][] = [
    ['start', ['a']],
    ['a', ['b']],
    ['b', ['c', 'leaf']],
  ];
  expect(importCycles(new Map([...chain, ['c', ['leaf']]]))).toEqual([]);
  expect(importCycles(new Map([...chain, ['c', ['a']]]))).toEqual(['a → b → c → a']);
  expect(importCycles(new Map([['self', ['self']]]))).toEqual(['self → self']);
});
