import { addDays, instantAt, isPlainDate, OpeningHours, toIsoWithOffset } from '@hall/kernel';
import type { WorkCalendar } from '@hall/kernel';
import { z } from 'zod';
import { postRoles } from '../domain/authority/authority';
import { planAuthority } from '../domain/authority/plan-authority';
import type { Assignment, AuthorityInterval, PostHistory } from '../domain/authority/plan-authority';
import { presenceActs } from '../domain/authority/whereabouts';
import type { HallRules } from '../domain/authority/whereabouts';
import { toMinute } from '../domain/attendance/spans';
import { answerHistory, InvalidHistory, instant as instantOfLine, parseHistory } from './history-line';

/** An instant; it counts from its minute on. */
const instant = instantOfLine.transform(toMinute);

const date = z.string().refine(isPlainDate, 'is no date');
const staff = z.string().min(1);
const minutes = z.int().min(0);
const span = { staff, from: instant, to: instant.nullish() };
const line = z.object({
  from: date,
  to: date,
  sessions: z.array(z.tuple([z.string(), z.string()])),
  graceMinutes: minutes,
  overtimeMinutes: minutes,
  assignments: z.array(z.object({ role: z.enum(postRoles), ...span })),
  leaves: z.array(z.object(span)),
  events: z.array(z.object({ staff, kind: z.enum(presenceActs), at: instant })),
});

/**
 * Answers the history of one post in the format of the auditor's door (`authority.md` of the contract): a line of JSON in,
 * the answer's line out. What cannot be read is an invalid history, never a failure.
 */
export function authorityLine(text: string, calendar: WorkCalendar): string {
  return answerHistory(text, (fields) => {
    const { history, rules, from, to } = read(fields, calendar);
    return { intervals: planAuthority(history, rules, from, to).map(toInterval) };
  });
}

function read(fields: unknown, calendar: WorkCalendar) {
  const data = parseHistory(line, fields);
  const hours = OpeningHours.of(data.sessions.map(([from, to]) => ({ from, to })));
  if (hours === undefined) throw new InvalidHistory('sessions: need spans ["HH:MM","HH:MM"] in order');
  const from = instantAt(data.from as never, '00:00').getTime();
  const to = instantAt(addDays(data.to as never, 1), '00:00').getTime();
  const spanOf = ({ staff: staffId, from, to }: { staff: string; from: number; to?: number | null | undefined }) => ({
    staffId,
    from,
    to: to ?? null,
  });
  const history: PostHistory = {
    assignments: data.assignments.map(({ role, ...each }) => ({ role, ...spanOf(each) })),
    leaves: data.leaves.map(spanOf),
    acts: data.events.map(({ staff: staffId, kind, at }) => ({ staffId, kind, at })),
  };
  check(history, from, to);
  const rules: HallRules = {
    hours,
    calendar,
    graceMinutes: data.graceMinutes,
    overtimeMinutes: data.overtimeMinutes,
  };
  return { history, rules, from, to };
}

/** Refuses what no register of a hall can hold. */
function check({ assignments, leaves, acts }: PostHistory, from: number, to: number): void {
  if (to <= from) throw new InvalidHistory('to: lies before from');
  for (const span of [...assignments, ...leaves]) {
    if (span.to !== null && span.to < span.from)
      throw new InvalidHistory(`${span.staffId}: an interval ends before it begins`);
  }
  for (const [index, one] of assignments.entries()) {
    for (const other of assignments.slice(index + 1)) {
      if (!overlap(one, other)) continue;
      if (one.role === other.role && one.role !== 'TEMPORARY') {
        throw new InvalidHistory(`assignments: two of role ${one.role} at one instant`);
      }
      if (one.staffId === other.staffId && one.role !== other.role) {
        throw new InvalidHistory(`assignments: ${one.staffId} has two roles at one instant`);
      }
    }
  }
  for (const [index, { at }] of acts.entries()) {
    if (at < (acts[index - 1]?.at ?? at)) throw new InvalidHistory('events: not in time order');
    if (at < from || at >= to) throw new InvalidHistory('events: one lies outside from…to');
  }
}

function overlap(a: Assignment, b: Assignment): boolean {
  return Math.max(a.from, b.from) < Math.min(a.to ?? Infinity, b.to ?? Infinity);
}

function toInterval({ from, to, authority }: AuthorityInterval): object {
  const span = { from: toIsoWithOffset(new Date(from)), to: toIsoWithOffset(new Date(to)), state: authority.state };
  if (authority.state !== 'HELD') return span;
  const { staffId: holder, role, actingForId } = authority.holder;
  return { ...span, holder, role, ...(actingForId !== null && { actingFor: actingForId }) };
}
