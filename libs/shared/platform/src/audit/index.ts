export { AuditLoop } from './audit-loop';
export { connectAuditor } from './auditor';
export { deadlineInvariants, messagingInvariants } from './common-invariants';
export { findViolations } from './invariant';
export type { Invariant } from './invariant';
export type { Violation } from './violation';
