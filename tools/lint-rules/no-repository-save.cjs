/**
 * `save` of the mapper writes the whole row: with a stale copy it silently undoes what another transaction did, version
 * column or not. Stores write with `insert` and with an `update` that names what it expects.
 */
const managers = /^(tx|em|manager|entityManager)$|repositor(y|ies)$/i;
const makers = new Set(['getRepository', 'withRepository', 'getTreeRepository']);

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'rows are written by insert and guarded update, never by save' },
    schema: [],
    messages: {
      save: '"{{receiver}}.save" overwrites what others wrote since: use insert, or an update that names the state it expects.',
    },
  },
  create(context) {
    const isManager = (node) => {
      if (node.type === 'Identifier') return managers.test(node.name);
      if (node.type === 'MemberExpression') return managers.test(node.property.name ?? '');
      if (node.type === 'CallExpression') return makers.has(node.callee.property?.name);
      return false;
    };
    return {
      "CallExpression[callee.type='MemberExpression'][callee.property.name='save']"({ callee }) {
        if (!isManager(callee.object)) return;
        const receiver = context.sourceCode.getText(callee.object);
        context.report({ node: callee.property, messageId: 'save', data: { receiver } });
      },
    };
  },
};
