/** Properties that hold what people read, in both languages; nothing is decided by them. */
const said = new Set(['zh', 'en', 'description', 'deprecationReason']);

const nameOf = (key) => (key?.type === 'Identifier' ? key.name : key?.value);

/**
 * Mutants in texts that nothing but a reader looks at are left out, each for its reason, which the report shows. Every other
 * string decides something (a state, a kind, a code) and is mutated.
 */
const textsForPeople = {
  shouldIgnore(path) {
    if (path.isObjectProperty() && said.has(nameOf(path.node.key)) && !path.node.computed) {
      const { value } = path.node;
      const isText = value.type === 'StringLiteral' || value.type === 'TemplateLiteral';
      if (isText) return 'a text for people';
    }
    const { properties = [] } = path.node;
    if (path.isObjectExpression() && properties.length > 0 && properties.every(({ key }) => said.has(nameOf(key))))
      return 'texts for people and nothing else';
    if (path.isThrowStatement() && path.get('argument').isNewExpression()) return 'the words of a fault of the program';
    return undefined;
  },
};

/** How StrykerJS finds it. */
export const strykerPlugins = [{ kind: 'Ignore', name: 'texts-for-people', value: textsForPeople }];
