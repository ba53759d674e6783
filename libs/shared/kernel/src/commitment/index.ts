export { eventKinds, pauseGrounds, timeUnits } from './commitment';
export type {
  CalendarMissing,
  CommitmentEvent,
  CommitmentHistory,
  CommitmentState,
  EventKind,
  InvalidHistory,
  PauseGround,
  TimeLimit,
  TimeUnit,
} from './commitment';
export { evaluateCommitment } from './evaluate';
export type { CommitmentEvaluation, CommitmentStatus } from './evaluate';
export type { CountedReason, DeadlineExplanation, ExplanationStep, SkippedReason } from './explanation';
export { OpeningHours } from './opening-hours';
export type { OpeningSession } from './opening-hours';
export { clockLine } from './clock-line';
export { pausesOf, promiseOf, startOf, deadlineStatus } from './deadline-ledger';
export type { DuePromise, Pause, DeadlineEvent, DeadlineStart } from './deadline-ledger';
export { escalationLevels, levelsOf } from './escalation-levels';
export type { EscalationLadder, EscalationLevel, LevelInstant } from './escalation-levels';
export {
  createDeadline,
  dueLevels,
  planDeadline,
  promiseRevision,
  replanDeadline,
  statusOfDeadline,
  withEvent,
} from './deadline';
export type { Counting, Deadline, DeadlineOwner, DeadlinePlan, StoredDeadline } from './deadline';
