export { appendEvents } from './append';
export { OutboxRelay } from './relay';
export type { MessagePublisher, OutboxRelayOptions } from './relay';
export { replayOutbox } from './replay';
export type { ReplayRange } from './replay';
