export { appendEvents } from './append';
export { OutboxRelay } from './relay';
export type { MessagePublisher } from './relay';
export { replayOutbox } from './replay';
