/** An export is a promise to other files; the doc comment says what is promised. */

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'suggestion',
    docs: { description: 'every exported function, type, class and constant has a doc comment' },
    schema: [],
    messages: { missing: 'Exported "{{name}}" has no doc comment.' },
  },
  create(context) {
    const { sourceCode } = context;
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
          if (!isDocumented(node))
            context.report({ node: node.declaration.id ?? node, messageId: 'missing', data: { name } });
        }
      },
    };
  },
};
