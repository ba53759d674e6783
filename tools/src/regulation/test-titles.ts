import * as ts from 'typescript';

const suites = new Set(['describe', 'fdescribe', 'xdescribe']);
const tests = new Set(['it', 'test', 'fit', 'xit', 'xtest']);
const silent = new Set(['skip', 'todo', 'failing']);

/** What is called: `test`, `test.each(…)`, `describe.skip`; every word of it, the first one first. */
function wordsOf(callee: ts.Expression): string[] {
  if (ts.isIdentifier(callee)) return [callee.text];
  if (ts.isPropertyAccessExpression(callee)) return [...wordsOf(callee.expression), callee.name.text];
  if (ts.isCallExpression(callee)) return wordsOf(callee.expression);
  return ts.isTaggedTemplateExpression(callee) ? wordsOf(callee.tag) : [];
}

/**
 * The titles of the tests that are executed: calls of `test` and `it`, also with `.each`, that are not skipped by their own
 * words or by those of a suite around them. A conditional `isPresent ? it : it.skip` under another name is not counted: it
 * proves nothing where its data is absent.
 */
export function executedTitles(source: ts.SourceFile): readonly string[] {
  return executedTests(source).map(({ title }) => title);
}

/** A test that is executed, and the call that is it. */
export interface ExecutedTest {
  readonly title: string;
  readonly call: ts.CallExpression;
}

/** As {@link executedTitles}, with the code of each. */
export function executedTests(source: ts.SourceFile): readonly ExecutedTest[] {
  const found: ExecutedTest[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [head = '', ...rest] = wordsOf(node.expression);
      const isSilent = head.startsWith('x') || rest.some((word) => silent.has(word));
      if (suites.has(head) && isSilent) return;
      const [title, body] = node.arguments;
      const isTest = tests.has(head) && !isSilent && title !== undefined && body !== undefined;
      if (isTest && !isTable(node)) found.push({ title: beginningOf(title), call: node });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(({ title }) => title !== '');
}

/** `test.each(rows)` is not yet a test; what it gives is called with the title. */
function isTable({ expression, parent }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'each' && ts.isCallExpression(parent);
}

/** The text of a title, or its beginning up to the first part that is computed. */
function beginningOf(title: ts.Expression): string {
  if (ts.isStringLiteralLike(title)) return title.text;
  if (ts.isTemplateExpression(title)) return title.getText().slice(1, -1);
  return '';
}
