export { claimOnce } from './claim-once';
export { listDeadLetters, replayDeadLetter } from './dead-letters';
export type { DeadLetter } from './dead-letters';
export { FactsFeed, retryWhenStale } from './facts-feed';
