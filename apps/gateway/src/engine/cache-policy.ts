/** How long an answer may be kept, in seconds, and by whom. */
export interface CacheHint {
  readonly maxAge: number;
  readonly scope?: 'PUBLIC' | 'PRIVATE';
}

/** The policy of a whole answer, which every part of it can only make stricter. */
interface CachePolicy {
  restrict(hint: CacheHint): void;
}

/**
 * What a subgraph's `Cache-Control` allows for the whole answer. A subgraph that says nothing makes the answer
 * uncacheable: silence must never publish somebody's case.
 */
export function cacheHintOf(header: string | undefined): CacheHint {
  const directives = new Map(
    (header ?? '')
      .split(',')
      .map((part) => part.trim().split(/\s*=\s*/, 2))
      .map(([name = '', value]) => [name.toLowerCase(), value?.replace(/^"|"$/g, '')]),
  );
  const maxAge = directives.get('max-age') ?? '';
  return {
    maxAge: /^\d+$/.test(maxAge) && !directives.has('no-store') ? Number(maxAge) : 0,
    // Both words together is a mistake of the subgraph; the one that publishes less counts.
    ...(directives.has('private') ? { scope: 'PRIVATE' as const } : {}),
    ...(directives.has('public') && !directives.has('private') ? { scope: 'PUBLIC' as const } : {}),
  };
}

/** Restricts the policy of the whole answer by one subgraph's header. */
export function restrictCaching(policy: CachePolicy | undefined, header: string | undefined): void {
  policy?.restrict(cacheHintOf(header));
}
