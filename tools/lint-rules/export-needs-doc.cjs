/**
 * An export is a promise to other files; the doc comment says what is promised. Parts of the API carry a description for
 * its readers outside; with the option `orDescription` that one counts too, since nobody should write the same twice.
 */

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'suggestion',
    docs: { description: 'every exported function, type, class and constant has a doc comment' },
    schema: [{ type: 'object', properties: { orDescription: { type: 'boolean' } }, additionalProperties: false }],
    messages: { missing: 'Exported "{{name}}" has no doc comment.' },
  },
  create(context) {
    const { sourceCode } = context;
    const { orDescription = false } = context.options[0] ?? {};
    const hasDescription = (call) =>
      call?.type === 'CallExpression' &&
      (call.callee.name === 'enumOf' ||
        call.arguments.some(({ properties = [] }) => properties.some(({ key }) => key?.name === 'description')));
    const isDescribed = ({ declaration }) =>
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.every(({ init }) => hasDescription(init))
        : (declaration.decorators ?? []).some(({ expression }) => hasDescription(expression));
    /** A decorated class may carry the comment before its decorators or before the word export. */
    const isDocumented = (node) => {
      const first = node.declaration.decorators?.[0] ?? node;
      const places = [node, first].filter((place, index, all) => all.indexOf(place) === index);
      return places.some((place) => {
        const comment = sourceCode.getCommentsBefore(place).at(-1);
        return comment?.type === 'Block' && comment.value.startsWith('*');
      });
    };
    const namesOf = ({ declaration }) =>
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.map(({ id }) => id.name ?? sourceCode.getText(id))
        : [declaration.id.name];

    /** Overloads share the comment of the first signature. */
    const overloads = new Set();
    return {
      'ExportNamedDeclaration[declaration]'(node) {
        for (const name of namesOf(node)) {
          if (overloads.has(name)) continue;
          if (node.declaration.type === 'TSDeclareFunction') overloads.add(name);
          if (!isDocumented(node) && !(orDescription && isDescribed(node)))
            context.report({ node: node.declaration.id ?? node, messageId: 'missing', data: { name } });
        }
      },
    };
  },
};
