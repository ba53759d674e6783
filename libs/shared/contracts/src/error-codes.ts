/**
 * Codes that say what the caller has to do. They leave a service, and the gateway, as they are; every other error is a
 * fault, which is masked. Refusals are not errors: they are members of a mutation's union.
 */
export const expectedErrorCodes: readonly string[] = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONFLICT',
  'UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];
