import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { difference } from './difference';
import { repository } from './hall-client';

/** A file that is made from something else, committed, and compared. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes generated files, or compares them with what is committed.
 *
 * @param command what to run when they differ
 * @returns whether all is as it should be
 */
export function writeOrCheck(
  files: readonly GeneratedFile[],
  { write, command }: { readonly write: boolean; readonly command: string },
): boolean {
  const stale = files.filter(({ path, content }) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
  for (const { path, content } of stale) {
    const name = relative(repository, path);
    if (write) {
      writeFileSync(path, content);
      process.stdout.write(`${name} written\n`);
    } else {
      process.stdout.write(
        `${name} is not what it is made from says\n${difference(existsSync(path) ? readFileSync(path, 'utf8') : '', content)}\n`,
      );
    }
  }
  if (stale.length > 0 && !write) process.stdout.write(`run: ${command}\n`);
  return write || stale.length === 0;
}
