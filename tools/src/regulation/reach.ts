import { posix } from 'node:path';
import * as ts from 'typescript';
import { moduleFacts } from './references';
import type { Foreign, ModuleFacts } from './references';
import { production } from './source-files';
import type { SourceFile } from './source-files';

/** What the running program comes to. */
export interface Reach {
  /** Whether a declaration at the top of a file is used, directly or by others, from where a process begins. */
  has(path: string, name: string): boolean;
  /** Whether somebody asks an object for this name. */
  hasMember(name: string): boolean;
}

/** Where processes begin; everything that a use case, sweep, resolver or subscription is, is put together from there. */
const entry = /^apps\/\w+\/src\/main\.ts$/;

/** The services, which tests name as they name libraries (`moduleNameMapper` of jest.config.js). */
const services = new Set(['cases', 'staffing', 'complaints', 'gateway']);

/** What each source file declares and speaks of, by path. */
export type Modules = ReadonlyMap<string, ModuleFacts>;

/** Reads the files that are meant. */
export function modulesOf(files: readonly SourceFile[], isMeant: (path: string) => boolean): Modules {
  return new Map(
    files
      .filter(({ path }) => isMeant(path))
      .map(({ path, text }) => [path, moduleFacts(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))]),
  );
}

/** A rule that only its own tests call keeps nobody to anything: follows the code from where the processes begin. */
export function reachFrom(files: readonly SourceFile[]): Reach {
  const modules = modulesOf(files, (path) => production.test(path) && !path.endsWith('.spec.ts'));
  const walk = createWalk(modules);
  for (const [path, { declarations }] of modules) if (entry.test(path)) walk.begin(path, declarations.keys());
  return walk;
}

/** A way through the code. It may begin in several places; what it has come to is asked of it as of any reach. */
export interface Walk extends Reach {
  /** Loads the file and follows these names as its code says them. */
  begin(path: string, names: Iterable<string>): void;
  /** Follows one name as the code of a file says it. */
  use(path: string, name: string): void;
}

/** Follows names from file to file. */
export function createWalk(modules: Modules): Walk {
  const reached = new Map<string, Set<string>>();
  const loaded = new Set<string>();

  const load = (path: string): void => {
    const module = modules.get(path);
    if (module === undefined || loaded.has(path)) return;
    loaded.add(path);
    for (const specifier of module.loads) load(resolved(path, specifier, modules));
    for (const name of module.onLoad) use(path, name);
  };
  /** A name as code of this file says it. */
  const use = (path: string, name: string): void => {
    const module = modules.get(path);
    const foreign = module?.imports.get(name);
    if (foreign !== undefined) return useExported(path, foreign);
    const references = module?.declarations.get(name);
    const ofFile = reached.get(path) ?? reached.set(path, new Set()).get(path)!;
    if (references === undefined || ofFile.has(name)) return;
    ofFile.add(name);
    load(path);
    for (const reference of references) use(path, reference);
  };
  const useExported = (from: string, { specifier, name }: Foreign): void => {
    const path = resolved(from, specifier, modules);
    const module = modules.get(path);
    if (module === undefined) return;
    load(path);
    if (name === '*') {
      for (const every of exportedNames(path, modules)) useExported(from, { specifier, name: every });
      return;
    }
    const passedOn = module.passedOn.get(name);
    if (typeof passedOn === 'string') use(path, passedOn);
    else if (passedOn !== undefined) useExported(path, passedOn);
    else if (module.declarations.has(name)) use(path, name);
    else for (const whole of module.passedOnWhole) useExported(path, { specifier: whole, name });
  };

  let members: ReadonlySet<string> | undefined;
  return {
    begin(path, names) {
      members = undefined;
      load(path);
      for (const name of names) use(path, name);
    },
    use,
    has: (path, name) => reached.get(path)?.has(name) === true,
    hasMember: (name) =>
      (members ??= new Set([...loaded].flatMap((path) => [...modules.get(path)!.members]))).has(name),
  };
}

function exportedNames(path: string, modules: Modules): string[] {
  const module = modules.get(path);
  if (module === undefined) return [];
  const whole = module.passedOnWhole.flatMap((specifier) => exportedNames(resolved(path, specifier, modules), modules));
  return [...module.declarations.keys(), ...module.passedOn.keys(), ...whole];
}

/** The file that a specifier means; packages of others give a path that no module has. */
function resolved(from: string, specifier: string, modules: Modules): string {
  const [, name, part] = /^@hall\/(\w+)(?:\/(.*))?$/.exec(specifier) ?? [];
  const base =
    name === undefined
      ? posix.join(posix.dirname(from), specifier)
      : posix.join(`${services.has(name) ? 'apps' : 'libs/shared'}/${name}/src`, part ?? '');
  return [`${base}.ts`, `${base}/index.ts`].find((path) => modules.has(path)) ?? specifier;
}
