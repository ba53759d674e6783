export { claimOnce } from './claim-once';
export { listDeadLetters, replayDeadLetter } from './dead-letters';
export { ReadModelSignal, retryWhenStale, shareNext } from './read-model-signal';
export type { Progress, ReadModels } from './read-model-signal';
