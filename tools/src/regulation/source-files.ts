import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file as the scan sees it. */
export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Where the code is of which processes are made. */
export const production = /^(apps|libs\/shared)\/[\w-]+\/src\/.*\.ts$/;

const roots = ['apps', 'libs', 'tools'];
/** The catalogue defines the ids, this tool speaks about them, and templates hold examples; none of them cites one. */
const unread = ['libs/shared/contracts/src/regulation', 'tools/src/regulation', 'tools/src/new-act'];
const readable = /\.([cm]?[jt]s|sql)$/;

/** Every source and test file of the repository in the order of its path; built and installed files are left out. */
export function readSourceFiles(repository: string): readonly SourceFile[] {
  return roots
    .flatMap((root) => walk(repository, root))
    .map((path) => ({
      path,
      text: readFileSync(join(repository, path), 'utf8'),
    }));
}

function walk(repository: string, folder: string): string[] {
  const entries = readdirSync(join(repository, folder), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return isRead(entry.name, path) ? walk(repository, path) : [];
      return entry.isFile() && readable.test(entry.name) ? [path] : [];
    });
}

function isRead(name: string, path: string): boolean {
  return !['node_modules', 'dist', 'coverage'].includes(name) && !name.startsWith('.') && !unread.includes(path);
}
