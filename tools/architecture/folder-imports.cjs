/** Turns the folder table into options of ESLint's own rule `no-restricted-imports`. */
const { serviceFolders } = require('./service-folders.cjs');

/** Names of files directly in `src` which no folder may reach back to. */
const compositionFiles = ['app', 'main', 'config', 'describe', 'index'];

/**
 * @param {string} folder a folder of a service
 * @returns {{ regex: string, message: string }[]} patterns of imports that are not for this folder
 */
function forbiddenImports(folder) {
  const { folders, packages } = serviceFolders[folder];
  const whole = folders.filter((name) => !name.includes('/'));
  const partly = folders.filter((name) => name.includes('/')).map((name) => name.replaceAll('*', '[a-z-]*'));
  const others = [...Object.keys(serviceFolders).filter((name) => !whole.includes(name))].join('|');
  const allowedParts = partly.length === 0 ? '' : `(?!(?:${partly.join('|')})$)`;
  const see = 'see tools/architecture/service-folders.cjs';
  return [
    {
      regex: `^(?:\\.\\./)+${allowedParts}(?:${others})(?:/|$)`,
      message: `"${folder}" may import from ${folders.join(', ')} only, ${see}.`,
    },
    {
      regex: `^(?:\\.\\./)+(?:${compositionFiles.join('|')})$`,
      message: `"${folder}" may not reach back to what puts it together.`,
    },
    {
      regex: `^(?!\\.)(?!(?:${packages.join('|')})$)`,
      message: `"${folder}" may import only these packages: ${packages.join(', ')}, ${see}.`,
    },
  ];
}

module.exports = { forbiddenImports };
