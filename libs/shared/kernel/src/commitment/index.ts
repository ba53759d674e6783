export { pauseGrounds, timeUnits } from './commitment';
export type { CommitmentEvent, CommitmentState, PauseGround, TimeLimit, TimeUnit } from './commitment';
export { evaluateCommitment } from './evaluate';
export type { CommitmentEvaluation, CommitmentStatus } from './evaluate';
export type { ExplanationStep } from './explanation';
export { mayOutlast, mostWorkingDaysWithin, yardstickOf } from './compare-limits';
export type { Yardstick } from './compare-limits';
export { OpeningHours, openTimeBetween } from './opening-hours';
export { clockLine } from './clock-line';
export { pausesOf, promiseOf, startOf, deadlineStatus } from './deadline-ledger';
export type { DeadlineEvent, DeadlineStart } from './deadline-ledger';
export { escalationLevels, ladderVersion } from './escalation-levels';
export type { EscalationLadder, EscalationLevel, LevelInstant } from './escalation-levels';
export {
  createDeadline,
  dueLevels,
  isBroken,
  isNewPromise,
  planDeadline,
  promiseRevision,
  replanDeadline,
  statusOfDeadline,
  notBefore,
  withEvent,
} from './deadline';
export type { Counting, Deadline, DeadlineOwner, DeadlinePlan, StoredDeadline } from './deadline';
