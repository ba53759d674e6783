export { AlertKindEnum, AlertRecipientEnum, alertKinds, alertOfLevel } from './alert-kinds';
export type { AlertKind, AlertRecipient } from './alert-kinds';
export { CommitmentType, PauseGroundEnum, TimeLimitType, TimeUnitEnum } from './commitment.type';
export { ExplanationResolver } from './commitment.resolver';
export { createDeadlineLoaders } from './loaders';
