/** A focused test silences all others; a skipped one says nothing for ever. */
const testFunctions = new Set(['describe', 'it', 'test']);
const silencers = new Set(['only', 'skip', 'todo', 'failing']);
const aliases = new Set(['fdescribe', 'fit', 'xdescribe', 'xit', 'xtest']);

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'no test is focused or skipped by hand' },
    schema: [],
    messages: {
      silenced: '"{{name}}" silences tests: repair the test, or remove it with its reason in the commit message.',
    },
  },
  create(context) {
    const report = (node) =>
      context.report({ node, messageId: 'silenced', data: { name: context.sourceCode.getText(node) } });
    const rootOf = (node) => (node.type === 'MemberExpression' ? rootOf(node.object) : node);
    return {
      MemberExpression(node) {
        if (silencers.has(node.property.name) && testFunctions.has(rootOf(node.object).name)) report(node);
      },
      'CallExpression > Identifier.callee'(node) {
        if (aliases.has(node.name)) report(node);
      },
    };
  },
};
