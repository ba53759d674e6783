export { createHttpServer } from './http-server';
export type { HttpServer, HttpServerOptions } from './http-server';
export { mountGraphql } from './mount-graphql';
export { GRAPHQL_PATH } from './route';
export { mountTestClock, TEST_CLOCK_PATH } from './test-clock';
