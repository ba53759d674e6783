export { AlertFields, alertOfLevel } from './alert-fields';
export type { AlertKind, AlertRecipient } from './alert-fields';
export { CommitmentType, PauseGroundEnum, TimeLimitType, TimeUnitEnum } from './commitment.type';
export { ExplanationResolver } from './commitment.resolver';
export { createDeadlineLoaders } from './loaders';
export { TimedWaitingFields, toWaiting, waitingEnums, WaitingFields } from './waiting-fields';
export type { WaitingMeaning } from './waiting-fields';
