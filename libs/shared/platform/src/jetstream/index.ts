export { connectJetStream, openJetStream } from './connection';
export type { Broker } from './connection';
export { EventConsumer } from './event-consumer';
export type { EventHandlers } from './event-consumer';
