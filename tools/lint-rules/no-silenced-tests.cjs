/**
 * A focused test silences all others; a skipped one says nothing for ever. Allowed is only the form that states its
 * condition, `isPresent ? it : it.skip`, for reference data that not every checkout has.
 */
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
      silenced:
        '"{{name}}" silences tests: repair the test or remove it. For data that may be absent: `isPresent ? it : it.skip`.',
    },
  },
  create(context) {
    const report = (node) =>
      context.report({ node, messageId: 'silenced', data: { name: context.sourceCode.getText(node) } });
    const rootOf = (node) => (node.type === 'MemberExpression' ? rootOf(node.object) : node);
    const isConditional = (node) =>
      node.property.name === 'skip' && node.parent.type === 'ConditionalExpression' && node.parent.alternate === node;
    return {
      MemberExpression(node) {
        if (isConditional(node)) return;
        if (silencers.has(node.property.name) && testFunctions.has(rootOf(node.object).name)) report(node);
      },
      'CallExpression > Identifier.callee'(node) {
        if (aliases.has(node.name)) report(node);
      },
    };
  },
};
