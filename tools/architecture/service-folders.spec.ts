import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { preProcessFile } from 'typescript';
import { layers, rooms, serviceFolders, services } from './service-folders.cjs';

const root = join(__dirname, '../..');
type Folder = keyof typeof serviceFolders;

/** An import as it stands in a file of a service. */
interface Import {
  readonly file: string;
  readonly folder: Folder;
  readonly specifier: string;
  /** For an import of a file of the same service: its path below `src`. */
  readonly target: string | undefined;
}

/** Says what is wrong with an import, by following it to its file; nothing when it is allowed. */
function faultOf({ file, folder, specifier, target }: Import): string | undefined {
  const { folders, packages } = serviceFolders[folder]!;
  const allowed =
    target === undefined
      ? packages.some((name) => new RegExp(`^${name}$`).test(specifier))
      : folders.some((name) => new RegExp(`^${name.replaceAll('*', '[a-z-]*')}(/|$)`).test(target));
  return allowed ? undefined : `${file} (${folder}) imports ${specifier}`;
}

function* importsOf(service: string): Generator<Import> {
  const source = join(root, 'apps', service, 'src');
  for (const folder of Object.keys(serviceFolders)) {
    if (!existsSync(join(source, folder))) continue;
    for (const name of readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
      const file = join(source, folder, name);
      for (const { fileName } of preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
        const target = fileName.startsWith('.') ? relative(source, join(dirname(file), fileName)) : undefined;
        yield { file: relative(root, file), folder, specifier: fileName, target: target?.split(sep).join('/') };
      }
    }
  }
}

/** What is wrong with the place of a file in a layer; nothing when it stands in a room or puts the layer together. */
function misplaced(service: string, layer: keyof typeof layers, path: string): string | undefined {
  const inRoom = rooms[service]!.some((room) => path.startsWith(`${room}/`) && path.split('/').length === 2);
  const isOwn = layers[layer].some((name) => (name.endsWith('/') ? path.startsWith(name) : path === name));
  return inRoom || isOwn
    ? undefined
    : `${service}/${layer}/${path} is in none of the rooms ${rooms[service]!.join(', ')}`;
}

describe.each(services)('rooms of %s', (service) => {
  it.each(Object.keys(layers) as (keyof typeof layers)[])('divide the layer %s', (layer) => {
    const folder = join(root, 'apps', service, 'src', layer);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    expect(files.map((name) => misplaced(service, layer, name.split(sep).join('/'))).filter(Boolean)).toEqual([]);
  });
});

describe('the check of rooms', () => {
  it.each([
    ['domain', 'complaint.ts'],
    ['domain', 'things/complaint.ts'],
    ['graphql', 'types/complaint.type.ts'],
    ['persistence', 'register/old/complaint-store.ts'],
  ] as const)('reports %s/%s', (layer, path) => {
    expect(misplaced('complaints', layer, path)).toContain(path);
  });

  it.each([
    ['domain', 'register/complaint.ts'],
    ['graphql', 'loaders.ts'],
    ['persistence', 'migrations/1790000000000-create-messaging.ts'],
  ] as const)('lets %s/%s be', (layer, path) => {
    expect(misplaced('complaints', layer, path)).toBeUndefined();
  });
});

describe.each(services)('folders of %s', (service) => {
  it('import only what the table gives them', () => {
    expect([...importsOf(service)].map(faultOf).filter(Boolean)).toEqual([]);
  });
});

describe('the check itself', () => {
  const at = (folder: Folder, specifier: string, target?: string): Import => ({
    file: 'x.ts',
    folder,
    specifier,
    target,
  });

  it.each([
    at('domain', 'typeorm'),
    at('domain', '../persistence/case-store', 'persistence/case-store'),
    at('domain', '../app', 'app'),
    at('use-cases', '@hall/platform/graphql'),
    at('persistence', '../use-cases/submit-case', 'use-cases/submit-case'),
    at('persistence', '../use-cases/ports', 'use-cases/ports'),
    at('graphql', '../persistence/case-store', 'persistence/case-store'),
    at('messaging', '../../../staffing/src/domain/post', '../../staffing/src/domain/post'),
  ])('reports $folder importing $specifier', (wrong) => {
    expect(faultOf(wrong)).toBe(`x.ts (${wrong.folder}) imports ${wrong.specifier}`);
  });

  it.each([
    at('domain', '@hall/kernel'),
    at('graphql', '../../persistence/cases/case-queries', 'persistence/cases/case-queries'),
  ])('lets $folder import $specifier', (right) => {
    expect(faultOf(right)).toBeUndefined();
  });

  it('reads the imports of every service that has sources', () => {
    for (const service of services) {
      const hasSources = existsSync(join(root, 'apps', service, 'src/domain'));
      expect([...importsOf(service)].length > 0).toBe(hasSources);
    }
  });
});
