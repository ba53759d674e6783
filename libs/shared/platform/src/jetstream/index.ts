export { BrokerAway, connectJetStream, openJetStream } from './connection';
export type { Broker } from './connection';
export { EventConsumer } from './event-consumer';
export type { EventConsumerOptions, EventHandlers } from './event-consumer';
