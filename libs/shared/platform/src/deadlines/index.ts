export { findCounting } from './counting';
export { deadlineMoved, levelReached } from './deadline-publications';
export { createDeadlineStore } from './deadline-store';
export type { AppendedEvent, DeadlineKey, DeadlineStore, MovedDeadline, ReachedLevel } from './deadline-store';
export { escalationSweep, reprojectionSweep } from './deadline-sweeps';
export type { CalendarOf, DeadlineSweepOptions, LockedOwners } from './deadline-sweeps';
