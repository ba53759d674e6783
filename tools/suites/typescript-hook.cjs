/**
 * Lets a script load our TypeScript as it is, without building it first. The same compiler and the same aliases as in
 * the tests; for tools only.
 */
const Module = require('node:module');
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { transformSync } = require('@swc/core');

const root = resolve(__dirname, '../..');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, useDefineForClassFields: false },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolveAlias(request, ...rest) {
  const [, scope, folder] = /^@hall\/(kernel|contracts|testing|platform)(?:\/(.+))?$/.exec(request) ?? [];
  if (scope === undefined) return resolveFilename.call(this, request, ...rest);
  const path = folder === undefined ? `${scope}/src/index.ts` : `${scope}/src/${folder}/index.ts`;
  return resolveFilename.call(this, resolve(root, 'libs/shared', path), ...rest);
};
