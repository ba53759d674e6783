import * as ts from 'typescript';
import type { Reach } from './reach';
import type { SourceFile } from './source-files';
import { executedTitles } from './test-titles';

/** How a file speaks of a clause: it carries the rule, tests it, refuses by it, or only mentions it. */
export type CitationKind = 'rule' | 'test' | 'refusal' | 'mention';

/** One place that cites a clause or default. */
export interface Citation {
  readonly id: string;
  readonly kind: CitationKind;
  readonly path: string;
  /** Title of the test, or code of the refusal; empty otherwise. */
  readonly detail: string;
  /** Of a rule: the names at the top of its file that carry the tag. */
  readonly names?: readonly string[];
}

/** A tag that makes no rule. */
export interface IdleTag {
  readonly path: string;
  readonly name: string;
  readonly why: string;
}

/** What one file says of the regulation. */
export interface Citations {
  /** Each id once per kind. */
  readonly citations: readonly Citation[];
  readonly idleTags: readonly IdleTag[];
}

const idPattern = String.raw`(?:S\d\.\d+(?:\.\d+)?[a-z]?|A-\d\d)`;
const anyId = new RegExp(String.raw`(?<![\w.-])${idPattern}(?![\w-]|\.\d)`, 'g');
/** The ids at the head of a title; words have to follow. */
const leadingIds = new RegExp(String.raw`^(?:${idPattern}[\s,/:、]+(?:and )?)+`);
const typescript = /\.[cm]?ts$/;
const testFile = /\.(spec|int-spec|e2e-spec)\.ts$/;
/** Where Jest looks for tests (jest.config.js); elsewhere a file of that name is run by nobody. */
const runFile =
  /^tools\/.*\.spec\.ts$|\/src\/.*\.spec\.ts$|\/test\/integration\/.*\.int-spec\.ts$|\/test\/e2e\/.*\.e2e-spec\.ts$/;

/** Reads the syntax tree of one file; what stands in comments and strings is a mention and nothing more. */
export function citationsIn({ path, text }: SourceFile, reach: Reach): Citations {
  const source = typescript.test(path)
    ? ts.createSourceFile(path, text, ts.ScriptTarget.Latest, /* setParentNodes */ true)
    : undefined;
  const idleTags: IdleTag[] = [];
  const found: Citation[] = [];
  if (source !== undefined && testFile.test(path)) {
    if (runFile.test(path)) found.push(...testsIn(path, source));
  } else if (source !== undefined) {
    found.push(...rulesIn(path, source, reach, idleTags));
    if (path.endsWith('refusals.ts')) found.push(...refusalsIn(path, source));
  }
  const cited = new Set(found.map(({ id }) => id));
  const mentions = idsIn(text).filter((id) => !cited.has(id));
  return {
    citations: [...found, ...mentions.map((id) => ({ id, kind: 'mention', path, detail: '' }) as const)],
    idleTags,
  };
}

function testsIn(path: string, source: ts.SourceFile): Citation[] {
  return executedTitles(source).flatMap((title) =>
    leadingIdsOf(title).map((id) => ({ id, kind: 'test', path, detail: title }) as const),
  );
}

/** The ids that a title bears. */
export function leadingIdsOf(title: string): readonly string[] {
  return idsIn(leadingIds.exec(title)?.[0] ?? '');
}

/**
 * A rule is exported code or data that carries the tag in its own comment and that a running process comes to: a function, a
 * constant, a class, or a method of such a class.
 */
function rulesIn(path: string, source: ts.SourceFile, reach: Reach, idle: IdleTag[]): Citation[] {
  const namesById = new Map<string, string[]>();
  const visit = (node: ts.Node): void => {
    const tags = ts.getJSDocTags(node).filter((tag) => tag.tagName.text === 'regulation' && tag.parent.parent === node);
    if (tags.length > 0) {
      const { name, why, at = [] } = judge(path, node, reach);
      if (why === undefined)
        for (const tag of tags)
          for (const id of idsIn(ts.getTextOfJSDocComment(tag.comment) ?? ''))
            namesById.set(id, [...(namesById.get(id) ?? []), ...at]);
      else idle.push({ path, name, why });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...namesById].map(([id, names]) => ({ id, kind: 'rule', path, detail: '', names }) as const);
}

/** What is said of a tagged thing. */
interface Judgement {
  readonly name: string;
  /** Why it is no rule; nothing when it is one. */
  readonly why?: string;
  /** The names at the top of the file that a caller says to come to it. */
  readonly at?: readonly string[];
}

function judge(path: string, node: ts.Node, reach: Reach): Judgement {
  if (ts.isMethodDeclaration(node) && ts.isClassDeclaration(node.parent)) {
    const name = node.name.getText();
    const outer = judge(path, node.parent, reach);
    if (outer.why !== undefined || reach.hasMember(name)) return { ...outer, name: `${outer.name}.${name}` };
    return { name: `${outer.name}.${name}`, why: 'nobody calls it' };
  }
  const names = ts.isVariableStatement(node)
    ? node.declarationList.declarations.map((declaration) => declaration.name.getText())
    : ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)
      ? [node.name?.text ?? 'default']
      : [];
  const name = names.join(', ') || node.getText().slice(0, 40);
  if (names.length === 0 || !ts.isSourceFile(node.parent)) return { name, why: 'it is no function, constant or class' };
  const isExported = ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(isExport) === true;
  if (!isExported) return { name, why: 'it is not exported' };
  return names.some((one) => reach.has(path, one))
    ? { name, at: names }
    : { name, why: 'no running process comes to it' };
}

const isExport = ({ kind }: ts.ModifierLike): boolean => kind === ts.SyntaxKind.ExportKeyword;

/** An entry `CODE: { clause: 'S1.0', … }` of a catalogue of refusals. */
function refusalsIn(path: string, source: ts.SourceFile): Citation[] {
  const found: Citation[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.initializer))
      for (const property of node.initializer.properties)
        if (ts.isPropertyAssignment(property) && property.name.getText() === 'clause')
          for (const id of idsIn(property.initializer.getText()))
            found.push({ id, kind: 'refusal', path, detail: node.name.getText() });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every id that a text speaks of, once. */
export function idsIn(text: string): string[] {
  return [...new Set([...text.matchAll(anyId)].map(([id]) => id))];
}
