import { auditServer } from 'graphql-http';

/**
 * Recommendations of the GraphQL-over-HTTP specification that are not followed on purpose: they want status 200 for a
 * request that cannot be executed when the client accepts the older `application/json`. 400 is what every client,
 * proxy and monitor understands, and what the specification itself asks for under the newer media type.
 */
export const ACCEPTED_WARNINGS: readonly string[] = ['572B', 'FDE2', '7B9B'];

/** Outcome of an audit against the GraphQL-over-HTTP specification. */
export interface HttpAudit {
  /** Number of rules checked, and of those that hold. */
  readonly checked: number;
  readonly passed: number;
  /** Failed MUST rules: there may be none. */
  readonly failures: readonly string[];
  /** Failed SHOULD rules outside {@link ACCEPTED_WARNINGS}: there may be none. */
  readonly warnings: readonly string[];
}

/**
 * Audits a GraphQL endpoint with the suite of the specification's authors. The suite asks for `__type`, so the
 * endpoint must have introspection on for the run.
 *
 * @param headers sent with every request, for example the signed actor that a subgraph requires.
 */
export async function auditGraphqlOverHttp(url: string, headers: Record<string, string> = {}): Promise<HttpAudit> {
  const results = await auditServer({
    url,
    fetchFn: (address: string, init: RequestInit = {}) =>
      fetch(address, {
        ...init,
        // Proves a deliberate client, as cross-site request forgery prevention demands of GET.
        headers: { 'apollo-require-preflight': 'true', ...headers, ...(init.headers as Record<string, string>) },
      }),
  });
  const named = (status: string) => results.filter((result) => result.status === status);
  const line = ({ id, name, ...rest }: (typeof results)[number]): string =>
    `${id} ${name}${'reason' in rest ? `: ${rest.reason}` : ''}`;
  return {
    checked: results.length,
    passed: named('ok').length,
    failures: named('error').map(line),
    warnings: named('warn')
      .filter(({ id }) => !ACCEPTED_WARNINGS.includes(id))
      .map(line),
  };
}
