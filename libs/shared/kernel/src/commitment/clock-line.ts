import type { WorkCalendar } from '../calendar/work-calendar';
import { parseInstant, toIsoWithOffset } from '../hall-time';
import { eventKinds, pauseGrounds, timeUnits } from './commitment';
import type { CommitmentHistory, InvalidHistory, TimeLimit } from './commitment';
import { evaluateLedger } from './evaluate';
import { invalid } from './ledger';
import type { LedgerEntry } from './ledger';
import { OpeningHours } from './opening-hours';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Answers one history in the format of the auditor's clock: a line of JSON in, the answer's line out. What cannot be
 * read is an invalid history, never a failure.
 */
export function clockLine(line: string, calendar: WorkCalendar): string {
  const { id, answer } = evaluateLine(line, calendar);
  if (answer.kind === 'INVALID_HISTORY') {
    return JSON.stringify({ id, error: answer.kind, at: answer.at, reason: answer.reason });
  }
  if (answer.kind === 'CALENDAR_MISSING') return JSON.stringify({ id, error: answer.kind, year: answer.year });
  return JSON.stringify({
    id,
    state: answer.state,
    dueAt: answer.dueAt && toIsoWithOffset(answer.dueAt),
    breachedAt: answer.breachedAt && toIsoWithOffset(answer.breachedAt),
    provisional: answer.provisional,
    explanation: answer.explanation,
  });
}

function evaluateLine(line: string, calendar: WorkCalendar) {
  const fields = parseObject(line);
  if (!fields) return { id: null, answer: invalid(-1, 'the line is not a JSON object') };
  const id = fields.id ?? null;
  const head = readHead(fields);
  if ('kind' in head) return { id, answer: head };
  return { id, answer: evaluateLedger(head.history, head.entries, calendar, head.asOf) };
}

function parseObject(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

interface Head {
  readonly history: CommitmentHistory;
  readonly entries: readonly LedgerEntry[];
  readonly asOf: Date;
}

function readHead(fields: Fields): Head | InvalidHistory {
  const limit = readLimit(fields.limit);
  if (!limit) return invalid(-1, `limit needs an amount and one of the units ${timeUnits.join(', ')}`);
  const start = readInstant(fields.start);
  if (!start) return invalid(-1, 'start must be an instant with an offset');
  const asOf = readInstant(fields.asOf);
  if (!asOf) return invalid(-1, 'asOf must be an instant with an offset');
  const hours = readSessions(fields.sessions);
  if (!hours) return invalid(-1, 'sessions must be spans ["HH:MM","HH:MM"] in order');
  if (!Array.isArray(fields.events)) return invalid(-1, 'events must be a list');
  return { history: { limit, start, hours, events: [] }, entries: fields.events.map(readEntry), asOf };
}

function readLimit(value: unknown): TimeLimit | undefined {
  if (!isObject(value) || typeof value.amount !== 'number' || !isOneOf(timeUnits, value.unit)) return undefined;
  return { amount: value.amount, unit: value.unit };
}

function readSessions(value: unknown): OpeningHours | undefined {
  if (!Array.isArray(value) || !value.every(isSpan)) return undefined;
  return OpeningHours.of(value.map(([from, to]) => ({ from, to })));
}

function readEntry(value: unknown): LedgerEntry {
  const unreadable = (at: Date | undefined, reason: string): LedgerEntry => ({ kind: 'UNREADABLE', at, reason });
  if (!isObject(value)) return unreadable(undefined, 'the event is not an object');
  const at = readInstant(value.at);
  if (!at) return unreadable(undefined, 'the event has no instant');
  const { kind } = value;
  if (!isOneOf(eventKinds, kind)) return unreadable(at, 'unknown kind of event');
  if (kind === 'PAUSE') {
    return isOneOf(pauseGrounds, value.ground) ? { kind, at, ground: value.ground } : unreadable(at, 'unknown ground');
  }
  if (kind === 'EXTEND') {
    return typeof value.amount === 'number'
      ? { kind, at, amount: value.amount }
      : unreadable(at, 'EXTEND needs an amount');
  }
  return { kind, at };
}

function readInstant(value: unknown): Date | undefined {
  return typeof value === 'string' ? parseInstant(value) : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSpan(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((time) => typeof time === 'string');
}

function isOneOf<const T extends string>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}
