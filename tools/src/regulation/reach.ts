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

/** A rule that only its own tests call keeps nobody to anything: follows the code from where the processes begin. */
export function reachFrom(files: readonly SourceFile[]): Reach {
  const modules = new Map<string, ModuleFacts>();
  for (const { path, text } of files) {
    if (!production.test(path) || path.endsWith('.spec.ts')) continue;
    modules.set(path, moduleFacts(ts.createSourceFile(path, text, ts.ScriptTarget.Latest)));
  }
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

  for (const path of modules.keys())
    if (entry.test(path)) {
      load(path);
      for (const name of modules.get(path)!.declarations.keys()) use(path, name);
    }
  const members = new Set([...loaded].flatMap((path) => [...modules.get(path)!.members]));
  return {
    has: (path, name) => reached.get(path)?.has(name) === true,
    hasMember: (name) => members.has(name),
  };
}

function exportedNames(path: string, modules: ReadonlyMap<string, ModuleFacts>): string[] {
  const module = modules.get(path);
  if (module === undefined) return [];
  const whole = module.passedOnWhole.flatMap((specifier) => exportedNames(resolved(path, specifier, modules), modules));
  return [...module.declarations.keys(), ...module.passedOn.keys(), ...whole];
}

/** The file that a specifier means; packages of others give a path that no module has. */
function resolved(from: string, specifier: string, modules: ReadonlyMap<string, ModuleFacts>): string {
  const [, library, part] = /^@hall\/(\w+)(?:\/(.*))?$/.exec(specifier) ?? [];
  const base =
    library === undefined
      ? posix.join(posix.dirname(from), specifier)
      : posix.join(`libs/shared/${library}/src`, part ?? '');
  return [`${base}.ts`, `${base}/index.ts`].find((path) => modules.has(path)) ?? specifier;
}
