import { GraphQLError } from 'graphql';

/** Why a subgraph gave no usable answer. Only the first three are shown to clients as they are. */
export type SubgraphErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'SUBGRAPH_UNAVAILABLE'
  | 'SUBGRAPH_TIMEOUT'
  | 'SUBGRAPH_ANSWER_TOO_LARGE'
  | 'SUBGRAPH_ANSWER_INVALID'
  | 'REQUEST_CANCELLED';

/**
 * A failed subgraph request as a GraphQL error. The message names the subgraph by its logical name only; address,
 * status text and body stay in `cause`, for the log.
 */
export function subgraphError(code: SubgraphErrorCode, subgraph: string, cause?: unknown): GraphQLError {
  const message = `${subgraph}: ${code.toLowerCase().replaceAll('_', ' ')}`;
  return new GraphQLError(message, {
    extensions: { code, subgraph },
    ...(cause instanceof Error ? { originalError: cause } : {}),
  });
}

/** What an HTTP status outside 2xx means when the body does not say more. */
export function codeOfStatus(status: number): SubgraphErrorCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  // A proxy or a closing service in front of the answer: worth trying again, unlike a broken answer.
  if (status === 502 || status === 503) return 'SUBGRAPH_UNAVAILABLE';
  if (status === 504) return 'SUBGRAPH_TIMEOUT';
  return 'SUBGRAPH_ANSWER_INVALID';
}
