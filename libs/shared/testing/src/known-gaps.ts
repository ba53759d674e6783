/** What is known not to hold yet: by test file, the invariant and the row of the review that it waits for. */
const knownGaps: Readonly<Record<string, readonly { readonly invariant: string; readonly row: string }[]>> = {};

/** The invariants that the tests of a file are known to violate until the product is mended. */
export function gapsOf(testPath: string): readonly string[] {
  return Object.entries(knownGaps).flatMap(([file, gaps]) =>
    testPath.endsWith(`/${file}.int-spec.ts`) ? gaps.map(({ invariant }) => invariant) : [],
  );
}
