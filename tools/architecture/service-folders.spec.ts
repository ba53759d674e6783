import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { preProcessFile } from 'typescript';
import { serviceFolders, services } from './service-folders.cjs';

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
      : folders.some((name) => new RegExp(`^${name.replace('*', '[a-z-]*')}(/|$)`).test(target));
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
    at('graphql', '../persistence/case-store', 'persistence/case-store'),
    at('messaging', '../../../staffing/src/domain/post', '../../staffing/src/domain/post'),
  ])('reports $folder importing $specifier', (wrong) => {
    expect(faultOf(wrong)).toBe(`x.ts (${wrong.folder}) imports ${wrong.specifier}`);
  });

  it.each([
    at('domain', '@hall/kernel'),
    at('persistence', '../use-cases/ports', 'use-cases/ports'),
    at('graphql', '../../persistence/case-queries', 'persistence/case-queries'),
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
