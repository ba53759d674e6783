export { correlationIdOf } from './correlation';
export { sendError } from './faults';
export type { ReadinessCheck, ReadinessChecks } from './health';
export { createHttpServer, DEFAULT_BODY_LIMIT } from './http-server';
export type { HttpServer, HttpServerOptions } from './http-server';
export { GRAPHQL_PATH, mountGraphql } from './mount-graphql';
export type { GraphqlContextFactory } from './mount-graphql';
export { mountTestClock, TEST_CLOCK_PATH } from './test-clock';
export type { TestClockOptions } from './test-clock';
