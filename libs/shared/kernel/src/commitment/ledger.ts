import { assertNever } from '../assert-never';
import type { CommitmentEvent, InvalidHistory, TimeLimit } from './commitment';
import { timeUnits } from './commitment';

/** A ledger entry that could not be read; it only matters when it is looked at. */
interface UnreadableEvent {
  readonly kind: 'UNREADABLE';
  /** Absent when not even the instant could be read. */
  readonly at: Date | undefined;
  readonly reason: string;
}

/** What a ledger from outside may contain. */
export type LedgerEntry = CommitmentEvent | UnreadableEvent;

/** Says that a history cannot be, and where. */
export function invalid(at: number, reason: string): InvalidHistory {
  return { kind: 'INVALID_HISTORY', at, reason };
}

/** What is wrong with the amount of a limit or an extension, in words. */
export function faultOfAmount({ amount, unit }: TimeLimit): string | undefined {
  if (!timeUnits.includes(unit)) return `unknown unit: ${String(unit)}`;
  const least = unit === 'WORKING_HOUR' ? 1 : 0;
  if (!Number.isSafeInteger(amount) || amount < least) return `amount must be a whole number from ${least}`;
  return undefined;
}

/**
 * The entries that count at `asOf`, up to the first one that cannot be. Whether an extension came before breach is
 * not decided here, because it depends on the calendar.
 *
 * Entries after `asOf` are not looked at; but one that stands behind them and is dated before `asOf` is out of order.
 */
export function readLedger(
  entries: readonly LedgerEntry[],
  { limit, start, asOf }: { readonly limit: TimeLimit; readonly start: number; readonly asOf: number },
): { readonly events: readonly CommitmentEvent[]; readonly fault: InvalidHistory | undefined } {
  const events: CommitmentEvent[] = [];
  let last = start;
  let paused = false;
  let extended = false;
  let finished: CommitmentEvent | undefined;
  let passedAsOf = false;

  const faultOf = (entry: LedgerEntry, at: number): string | undefined => {
    if (at < start) return 'the event is before the start';
    if (passedAsOf || at < last) return 'events are out of order';
    if (finished) return `nothing can follow ${finished.kind}`;
    switch (entry.kind) {
      case 'UNREADABLE':
        return entry.reason;
      case 'PAUSE':
        if (paused) return 'PAUSE while paused';
        paused = true;
        return undefined;
      case 'RESUME':
        if (!paused) return 'RESUME while running';
        paused = false;
        return undefined;
      case 'EXTEND':
        if (extended) return 'a term is extended only once';
        extended = true;
        return faultOfAmount({ amount: entry.amount, unit: limit.unit });
      case 'FINISH':
      case 'CANCEL':
        finished = entry;
        return undefined;
      default:
        return assertNever(entry);
    }
  };

  for (const [index, entry] of entries.entries()) {
    const at = entry.at?.getTime();
    if (at === undefined || Number.isNaN(at)) return { events, fault: invalid(index, 'the event has no instant') };
    if (at > asOf) {
      passedAsOf = true;
      continue;
    }
    const reason = faultOf(entry, at);
    if (reason !== undefined) return { events, fault: invalid(index, reason) };
    last = at;
    events.push(entry as CommitmentEvent);
  }
  return { events, fault: undefined };
}
