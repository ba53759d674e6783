/**
 * Formats the staged files before they are committed. It works on what is staged, not on the files beside it: whoever has
 * staged half of a file commits that half, formatted, and keeps the other half as it is.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const git = (args, input) => execFileSync('git', args, { input, maxBuffer: 64 * 1024 * 1024 });
const root = git(['rev-parse', '--show-toplevel']).toString().trim();

let prettier;
try {
  prettier = await import('prettier');
} catch {
  process.stderr.write('not formatted: npm ci has not been run here\n');
  process.exit(0);
}

/** Mode, hash and path of every staged file that is not a link or another repository. */
function stagedFiles() {
  const changed = git(['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z']).toString().split('\0');
  const paths = changed.filter(Boolean);
  if (paths.length === 0) return [];
  return git(['--literal-pathspecs', 'ls-files', '--stage', '-z', '--full-name', '--', ...paths])
    .toString()
    .split('\0')
    .flatMap((entry) => {
      const [, mode, hash, path] = /^(100644|100755) (\w+) 0\t(.*)$/s.exec(entry) ?? [];
      return path === undefined ? [] : [{ mode, hash, path }];
    });
}

async function format({ mode, hash, path }) {
  const file = join(root, path);
  const { ignored, inferredParser } = await prettier.getFileInfo(file, { ignorePath: join(root, '.prettierignore') });
  if (ignored || inferredParser === null) return undefined;
  const staged = git(['cat-file', 'blob', hash]);
  const text = staged.toString();
  const formatted = await prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
  if (formatted === text) return undefined;
  const isWhole = existsSync(file) && readFileSync(file).equals(staged);
  const formattedHash = git(['hash-object', '-w', '--stdin'], formatted).toString().trim();
  git(['update-index', '--cacheinfo', `${mode},${formattedHash},${path}`]);
  if (isWhole) writeFileSync(file, formatted);
  return path;
}

process.chdir(root);
for (const staged of stagedFiles()) {
  try {
    const path = await format(staged);
    if (path !== undefined) process.stdout.write(`formatted ${path}\n`);
  } catch (error) {
    process.stderr.write(`${staged.path} cannot be formatted: ${error.message}\n`);
    process.exitCode = 1;
  }
}
