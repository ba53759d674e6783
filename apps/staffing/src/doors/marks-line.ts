import { instantAt, isPlainDate, OpeningHours, plainDate, toIsoWithOffset } from '@hall/kernel';
import type { WorkCalendar } from '@hall/kernel';
import { z } from 'zod';
import { excuseKinds } from '../domain/attendance/day-facts';
import type { DayFacts, Excuse, PresenceFact, WorkFact } from '../domain/attendance/day-facts';
import { markOfDay, marksOfDay } from '../domain/attendance/marks';
import type { Fault, MarkRules, MissingPunch, SessionMark } from '../domain/attendance/marks';
import type { Span } from '../domain/attendance/spans';
import { presenceActs } from '../domain/authority/whereabouts';
import { preparations } from '../domain/structure/hall';
import { answerHistory, InvalidHistory, instant, parseHistory } from './history-line';

const minutes = z.int().min(0);
const id = z.string().min(1).optional();
const line = z.object({
  day: z.string().refine(isPlainDate, 'is no date'),
  sessions: z.array(z.tuple([z.string(), z.string()])),
  preparation: z.enum(preparations),
  arriveBeforeOpeningMinutes: minutes,
  graceMinutes: minutes,
  absentFromMinutes: z.int().min(1),
  shortAbsenceMinutes: minutes,
  asOf: instant.optional(),
  events: z.array(z.object({ id, kind: z.enum(presenceActs), at: instant, undone: z.boolean().default(false) })),
  excuses: z
    .array(
      z.object({
        id,
        kind: z.enum(excuseKinds),
        from: instant,
        to: instant.nullish(),
        endedAt: instant.nullish(),
        cancelled: z.boolean().default(false),
      }),
    )
    .default([]),
  work: z.array(z.object({ id, at: instant })).default([]),
});

/**
 * Marks one day of one person in the format of the auditor's door (`docs/marks.md`): a line of JSON in, the answer's line
 * out. What cannot be read is an invalid history, never a failure.
 */
export function marksLine(text: string, calendar: WorkCalendar): string {
  return answerHistory(text, (fields) => {
    const { facts, rules, asOf } = read(fields, calendar);
    const sessions = marksOfDay(facts, rules, asOf);
    return { mark: markOfDay(sessions), sessions: sessions.map(toSession) };
  });
}

function read(
  fields: unknown,
  calendar: WorkCalendar,
): { readonly facts: DayFacts; readonly rules: MarkRules; readonly asOf: number } {
  const { day: date, sessions, asOf, events, excuses, work, ...rules } = parseHistory(line, fields);
  const hours = OpeningHours.of(sessions.map(([from, to]) => ({ from, to })));
  if (hours === undefined) throw new InvalidHistory('sessions: need spans ["HH:MM","HH:MM"] in order');
  const day = plainDate(date);
  const at = (time: string): number => instantAt(day, time).getTime();
  const whole = { from: at('00:00'), to: at('24:00') };
  for (const [name, facts] of Object.entries({ events, work })) {
    if (facts.some((fact) => fact.at < whole.from || fact.at >= whole.to)) {
      throw new InvalidHistory(`${name}: one lies outside the day`);
    }
  }
  if (excuses.some(({ from, to }) => (to ?? from) < from)) {
    throw new InvalidHistory('excuses: one ends before it begins');
  }
  // What has no id is known by its place in the line.
  const named = <T extends { readonly id?: string | undefined }>(kind: string, facts: readonly T[]) =>
    facts.map((fact, index) => ({ ...fact, id: fact.id ?? `${kind}.${index}` }));
  const facts = {
    sessions: calendar.isWorkday(day) ? hours.sessions.map(({ from, to }) => ({ from: at(from), to: at(to) })) : [],
    acts: named('events', events).map(({ undone: isUndone, ...act }): PresenceFact => ({ ...act, isUndone })),
    excuses: named('excuses', excuses).map(({ cancelled: isCancelled, to, endedAt, ...excuse }): Excuse => ({
      ...excuse,
      to: to ?? null,
      endedAt: endedAt ?? null,
      isCancelled,
    })),
    work: named('work', work),
  };
  return { facts, rules, asOf: asOf ?? whole.to };
}

const iso = (at: number): string => toIsoWithOffset(new Date(at));
const toSpan = <T extends Span>({ from, to, ...rest }: T) => ({ from: iso(from), to: iso(to), ...rest });
const toFact = <T extends PresenceFact | WorkFact>({ id, at, ...fact }: T) => ({
  id,
  ...('kind' in fact && { kind: fact.kind }),
  at: iso(at),
});

function toSession({ from, to, mark, why }: SessionMark): object {
  if (why === null) return { ...toSpan({ from, to }), mark };
  const { faults, excuses, missingPunches, ...rest } = why;
  const lists = {
    faults: faults.map(toFault),
    excuses: excuses.map(toSpan),
    missingPunches: missingPunches.map(toMissingPunch),
  };
  return { ...toSpan({ from, to }), mark, missingPunch: missingPunches.length > 0, why: { ...rest, ...lists } };
}

const toFault = ({ wentBy, cameBy, ...fault }: Fault): object => ({
  ...toSpan(fault),
  wentBy: wentBy && toFact(wentBy),
  cameBy: cameBy && toFact(cameBy),
});

const toMissingPunch = ({ shownBy, ...missing }: MissingPunch): object => ({
  ...toSpan(missing),
  shownBy: shownBy.map(toFact),
});
