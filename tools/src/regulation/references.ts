import * as ts from 'typescript';

/** A name of another module, as one module says it. */
export interface Foreign {
  readonly specifier: string;
  /** The exported name; `*` stands for the whole module. */
  readonly name: string;
}

/** What one source file declares at its top, and what each of these speaks of while the program runs. */
export interface ModuleFacts {
  /** By local name: the names its code refers to, its own module's and imported ones. */
  readonly declarations: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the module does as soon as it is loaded, besides declaring: calls at the top. */
  readonly onLoad: ReadonlySet<string>;
  /** By local name. */
  readonly imports: ReadonlyMap<string, Foreign>;
  /** By exported name, for what is passed on from elsewhere or under another name. */
  readonly passedOn: ReadonlyMap<string, Foreign | string>;
  /** Modules all of whose names are passed on. */
  readonly passedOnWhole: readonly string[];
  /** Every module that is loaded with this one. */
  readonly loads: readonly string[];
  /** Every name that is asked of an object by somebody: `cases.find` says `find`. */
  readonly members: ReadonlySet<string>;
}

/** Reads one file. Types are left out: they are gone when the program runs. */
export function moduleFacts(source: ts.SourceFile): ModuleFacts {
  const declarations = new Map<string, Set<string>>();
  const onLoad = new Set<string>();
  const imports = new Map<string, Foreign>();
  const passedOn = new Map<string, Foreign | string>();
  const passedOnWhole: string[] = [];
  const loads: string[] = [];
  const members = new Set<string>();
  const declare = (name: string, node: ts.Node): void => {
    const names = declarations.get(name) ?? new Set<string>();
    referencesIn(node, names, members);
    declarations.set(name, names);
  };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const specifier = textOf(statement.moduleSpecifier);
      if (statement.importClause?.isTypeOnly === true) continue;
      loads.push(specifier);
      for (const [local, name] of importedNames(statement.importClause)) imports.set(local, { specifier, name });
    } else if (ts.isExportDeclaration(statement)) {
      if (statement.isTypeOnly) continue;
      const specifier = statement.moduleSpecifier && textOf(statement.moduleSpecifier);
      if (specifier !== undefined) loads.push(specifier);
      if (statement.exportClause === undefined) passedOnWhole.push(specifier!);
      else if (ts.isNamespaceExport(statement.exportClause))
        passedOn.set(statement.exportClause.name.text, { specifier: specifier!, name: '*' });
      else
        for (const { name, propertyName, isTypeOnly } of statement.exportClause.elements) {
          const original = (propertyName ?? name).text;
          if (!isTypeOnly) passedOn.set(name.text, specifier === undefined ? original : { specifier, name: original });
        }
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations)
        for (const name of boundNames(declaration.name)) declare(name, declaration);
    } else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement)
    ) {
      declare(statement.name?.text ?? 'default', statement);
    } else if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) {
      referencesIn(statement, onLoad, members);
    }
  }
  return { declarations, onLoad, imports, passedOn, passedOnWhole, loads, members };
}

function importedNames(clause: ts.ImportClause | undefined): (readonly [local: string, name: string])[] {
  const named = clause?.namedBindings;
  const whole = clause?.name === undefined ? [] : ([[clause.name.text, 'default']] as const);
  if (named === undefined) return [...whole];
  if (ts.isNamespaceImport(named)) return [...whole, [named.name.text, '*']];
  return [
    ...whole,
    ...named.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ name, propertyName }) => [name.text, (propertyName ?? name).text] as const),
  ];
}

/** Adds the names that the code of a declaration refers to, save those of its own parameters and variables. */
export function referencesIn(declaration: ts.Node, names: Set<string>, members: Set<string>): void {
  const visit = (node: ts.Node, hidden: ReadonlySet<string>): void => {
    if (ts.isExpressionWithTypeArguments(node)) return visit(node.expression, hidden);
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isIdentifier(node)) {
      if (!hidden.has(node.text)) names.add(node.text);
      return;
    }
    const own = ownNames(node);
    const within = own.length === 0 ? hidden : new Set([...hidden, ...own]);
    if (ts.isPropertyAccessExpression(node)) {
      members.add(node.name.text);
      return visit(node.expression, within);
    }
    ts.forEachChild(node, (child) => {
      const isLabel = child === nameOf(node) && ts.isIdentifier(child) && !ts.isShorthandPropertyAssignment(node);
      const isRenamed = ts.isBindingElement(node) && child === node.propertyName && ts.isIdentifier(child);
      if (isRenamed) members.add(child.text);
      if (!isLabel && !isRenamed) visit(child, within);
    });
  };
  visit(declaration, new Set());
}

function nameOf(node: ts.Node): ts.Node | undefined {
  return (node as { readonly name?: ts.Node }).name;
}

/** The names that a node brings into its own scope: parameters, and what is declared in a block. */
function ownNames(node: ts.Node): string[] {
  if (ts.isFunctionLike(node)) return node.parameters.flatMap(({ name }) => boundNames(name));
  if (ts.isCatchClause(node)) return node.variableDeclaration ? boundNames(node.variableDeclaration.name) : [];
  if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    const { initializer } = node;
    return initializer !== undefined && ts.isVariableDeclarationList(initializer) ? listed(initializer) : [];
  }
  if (!ts.isBlock(node) && !ts.isCaseBlock(node)) return [];
  const statements = ts.isBlock(node) ? node.statements : node.clauses.flatMap((clause) => [...clause.statements]);
  return statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) return listed(statement.declarationList);
    return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name
      ? [statement.name.text]
      : [];
  });
}

function listed({ declarations }: ts.VariableDeclarationList): string[] {
  return declarations.flatMap(({ name }) => boundNames(name));
}

/** The names that a declaration gives. */
export function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

function textOf(literal: ts.Expression): string {
  return ts.isStringLiteral(literal) ? literal.text : '';
}
