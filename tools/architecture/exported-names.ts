const exported = /^export (?:async )?(?:function|const) (\w+)/gm;

/** The functions and constants that a file exports. */
export function exportedNames(text: string): string[] {
  return [...text.matchAll(exported)].map(([, name]) => name!);
}

/** Names that a rule shares with an act that applies it; there are to be none, for nobody could tell which is meant. */
export function sharedNames(rules: Iterable<string>, acts: Iterable<string>): string[] {
  const known = new Set(rules);
  return [...acts].filter((name) => known.has(name));
}
