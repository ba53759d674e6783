/** A query or mutation without a policy next to it would be open by forgetfulness. */
const rootFields = new Set(['Query', 'Mutation', 'Subscription']);
const policies = new Set(['AllowedTo', 'AllowedToAnyone']);

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'every root field of GraphQL declares who may call it' },
    schema: [],
    messages: {
      missing:
        '{{kind}} "{{name}}" declares no policy: add @AllowedTo(...) or, when it is public on purpose, @AllowedToAnyone().',
      nobody: '@AllowedTo() of "{{name}}" names nobody.',
    },
  },
  create(context) {
    /** Local name of a decorator → its name in type-graphql, so that a renamed import hides nothing. */
    const imported = new Map();
    const namespaces = new Set();

    const nameOf = (decorator) => {
      const callee =
        decorator.expression.type === 'CallExpression' ? decorator.expression.callee : decorator.expression;
      if (callee.type === 'Identifier') return imported.get(callee.name) ?? callee.name;
      if (callee.type === 'MemberExpression' && namespaces.has(callee.object.name)) return callee.property.name;
      return undefined;
    };

    return {
      "ImportDeclaration[source.value='type-graphql']"(node) {
        for (const { type, local, imported: original } of node.specifiers) {
          if (type === 'ImportSpecifier') imported.set(local.name, original.name);
          else namespaces.add(local.name);
        }
      },
      'MethodDefinition, PropertyDefinition'(node) {
        const decorators = node.decorators ?? [];
        const kind = decorators.map(nameOf).find((name) => rootFields.has(name));
        if (kind === undefined) return;
        const name = node.key.name ?? context.sourceCode.getText(node.key);
        const policy = decorators.find((decorator) => policies.has(nameOf(decorator)));
        if (policy === undefined) context.report({ node: node.key, messageId: 'missing', data: { kind, name } });
        else if (nameOf(policy) === 'AllowedTo' && !policy.expression.arguments?.length)
          context.report({ node: policy, messageId: 'nobody', data: { name } });
      },
    };
  },
};
