/**
 * Lints samples of code as if they stood in given files, with the configuration of this workspace. Reads
 * `[{ file, code }]` as JSON and prints `[[ruleId, message]…]` for each.
 *
 * A process of its own, because ESLint loads its configuration as an ES module, which Jest cannot; and because Nx's rule
 * answers nothing at all (with a warning only) when no project graph was made before: here it is made first.
 */
import { text } from 'node:stream/consumers';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

process.env.NX_DAEMON = 'false';
await createProjectGraphAsync({ exitOnError: true });
// Samples need not exist as files, so the rules that ask the compiler about them stay out.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
const results = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  results.push(result.messages.map(({ ruleId, message }) => [ruleId, message]));
}
process.stdout.write(JSON.stringify(results), () => process.exit(0));
