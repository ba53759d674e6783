/** The list of a service's migrations, made of what lies in their folder: nobody writes it by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string[]} the files of a service's migrations, the oldest first */
export function migrationFiles(folder) {
  return readdirSync(folder)
    .filter((name) => /^\d+-[\w-]+\.ts$/.test(name))
    .sort();
}

/** @returns {string} the text of `index.ts` */
export function migrationIndex(folder) {
  const found = migrationFiles(folder).map((file) => {
    const [, name] = /^export class (\w+)/m.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    if (name === undefined) throw new Error(`${file} exports no class`);
    return { name, from: `./${file.replace('.ts', '')}` };
  });
  const imports = found.map(({ name, from }) => `import { ${name} } from '${from}';`).join('\n');
  const names = found.map(({ name }) => name);
  const line = `export const migrations = [${names.join(', ')}];`;
  const list =
    line.length > 120 ? `export const migrations = [\n${names.map((name) => `  ${name},\n`).join('')}];` : line;
  return `// Generated from the files beside it: npm run fix:rows\n\n${imports}\n\n/** Every migration of this service; their timestamps order them. */\n${list}\n`;
}
