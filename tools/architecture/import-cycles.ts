/** Which files each file imports, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Every way round: files that import each other, each cycle once, from the file at which the search met it. */
export function importCycles(graph: ImportGraph): string[] {
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const place = path.indexOf(file);
    if (place >= 0) cycles.push([...path.slice(place), file].join(' → '));
    if (place >= 0 || finished.has(file)) return;
    for (const imported of graph.get(file) ?? []) visit(imported, [...path, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}
