/** Time comes in as an argument; whoever reads the machine's clock cannot be tested or replayed. */

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'the time comes from the Clock that was passed in' },
    schema: [{ type: 'object', properties: { allowMonotonic: { type: 'boolean' } }, additionalProperties: false }],
    messages: {
      ambient: '{{what}} reads the clock of the machine: take the time from the Clock that was passed in.',
    },
  },
  create(context) {
    const { allowMonotonic = false } = context.options[0] ?? {};
    const report = (node, what) => context.report({ node, messageId: 'ambient', data: { what } });
    const isMethod = (callee, object, property) =>
      callee.type === 'MemberExpression' &&
      (callee.object.name === object ||
        (callee.object.type === 'MemberExpression' && callee.object.property.name === object)) &&
      (callee.property.name ?? callee.property.value) === property;

    return {
      "NewExpression[callee.name='Date'][arguments.length=0]": (node) => report(node, 'new Date()'),
      CallExpression({ callee }) {
        if (callee.type === 'Identifier' && callee.name === 'Date') report(callee, 'Date()');
        if (isMethod(callee, 'Date', 'now')) report(callee, 'Date.now()');
        // Measuring how long something took is the business of the technical parts only.
        if (!allowMonotonic && isMethod(callee, 'performance', 'now')) report(callee, 'performance.now()');
        if (!allowMonotonic && isMethod(callee, 'process', 'hrtime')) report(callee, 'process.hrtime()');
      },
    };
  },
};
