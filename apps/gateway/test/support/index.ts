export { ACCEPTED_WARNINGS, auditGraphqlOverHttp } from './graphql-over-http';
export type { HttpAudit } from './graphql-over-http';
export { ask, startHallInSmall } from './hall-in-small';
export type { Answer, AskOptions, HallInSmall } from './hall-in-small';
export { close, listen, startIssuer } from './issuer';
export type { TestIssuer } from './issuer';
export { json, startRawSubgraph } from './raw-subgraph';
export type { RawAnswer, RawSubgraph, ReceivedRequest } from './raw-subgraph';
