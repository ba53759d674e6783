import type { Preparation } from '../structure/hall';
import { attendanceMarks, markOfArrival } from './attendance';
import type { AttendanceMark, Punctuality } from './attendance';
import { excusedTimes, staysOf } from './day-facts';
import type { DayFacts, Excuse, PresenceFact, Stay, WorkFact } from './day-facts';
import { intersect, minutesOf, subtract, toMinute } from './spans';
import type { Span } from './spans';

/** The numbers by which sessions are marked. */
export interface MarkRules extends Punctuality {
  readonly preparation: Preparation;
  /** So long may a short absence within a session last. */
  readonly shortAbsenceMinutes: number;
}

/** The clauses that give a session its mark. */
export type MarkClause = 'S1.3a' | 'S1.5a' | 'A-04';

/** What was wrong with a session, with all that is needed to count it again. */
export interface Fault extends Span {
  readonly mark: Exclude<AttendanceMark, 'ON_TIME' | 'EXCUSED'>;
  readonly clause: MarkClause;
  /** The minutes between `from` and `to` in which the person should have been there. */
  readonly minutes: number;
  /** What these minutes were held against. */
  readonly limitMinutes: number;
  /** The act by which the person had gone; null for who had not come that day. */
  readonly wentBy: PresenceFact | null;
  /** The act by which the person came; null for who did not. */
  readonly cameBy: PresenceFact | null;
}

/** Which punches can be forgotten (漏卡). */
export const missingPunchKinds = ['CHECK_IN', 'RETURN'] as const;

/** A time for which no punch says that the person was there but their work does: no fault, until it is known better. */
export interface MissingPunch extends Span {
  readonly punch: (typeof missingPunchKinds)[number];
  readonly minutes: number;
  readonly shownBy: readonly WorkFact[];
}

/** Why a session has its mark. */
export interface MarkReasons {
  readonly clause: MarkClause;
  /** Minutes in which the person had to be there. */
  readonly dutyMinutes: number;
  /** Minutes of those in which the person was. */
  readonly workedMinutes: number;
  /** The gravest first, those of one kind in the order of time. */
  readonly faults: readonly Fault[];
  readonly excuses: readonly (Span & Pick<Excuse, 'id' | 'kind'>)[];
  readonly missingPunches: readonly MissingPunch[];
}

/** A session of a person's day; without a mark as long as it is not over. */
export interface SessionMark extends Span {
  readonly mark: AttendanceMark | null;
  readonly why: MarkReasons | null;
}

/**
 * The marks of a person's day, exactly as `docs/marks.md` says: one for each session that is over at `asOf`. The same facts give
 * the same marks in whatever order they are told.
 */
export function marksOfDay(facts: DayFacts, rules: MarkRules, asOf: number): SessionMark[] {
  const stays = staysOf(facts.acts);
  return facts.sessions.map(({ from, to }, index) => {
    if (asOf < to) return { from, to, mark: null, why: null };
    const isPrepared = index === 0 || rules.preparation === 'EVERY_SESSION';
    const prepareFrom = from - (isPrepared ? rules.arriveBeforeOpeningMinutes * 60_000 : 0);
    const readyFrom = Math.max(prepareFrom, facts.sessions[index - 1]?.to ?? -Infinity);
    return { from, to, ...judge({ from, to, readyFrom }, stays, facts, rules) };
  });
}

/** The mark of a whole day: the gravest of its sessions; null where there is none, or one is not over. */
export function markOfDay(sessions: readonly Pick<SessionMark, 'mark'>[]): AttendanceMark | null {
  if (sessions.some(({ mark }) => mark === null)) return null;
  return attendanceMarks.find((each) => sessions.some(({ mark }) => mark === each)) ?? null;
}

/** A session that is over, and from when on the person should have been there to prepare for it. */
interface Judged extends Span {
  readonly readyFrom: number;
}

function judge(
  session: Judged,
  stays: readonly Stay[],
  facts: DayFacts,
  rules: MarkRules,
): { mark: AttendanceMark; why: MarkReasons } {
  const excuses = excusedTimes(facts.excuses, { from: session.readyFrom, to: session.to });
  const duty = subtract([session], excuses);
  const present = stays.filter(({ whereabouts }) => whereabouts === 'IN');
  const worked = intersect(duty, present);
  const absences = absencesOf(session, duty, worked);
  const explained = absences.map((absence) => punchMissingIn(absence, stays, facts.work));
  const unexplained = absences.filter((_, index) => explained[index] === null);

  const found = unexplained.map((absence) => faultOf(absence, stays, rules));
  const [first] = absences;
  const cameInTime = first === undefined || !isFromOpening(first) || (explained[0] === null && found[0] === null);
  if (cameInTime && duty[0]?.from === session.from) {
    const toPrepare = subtract([{ from: session.readyFrom, to: session.from }], excuses);
    found.push(lackOfPreparation(toPrepare, session.readyFrom, stays, rules));
  }
  const faults = found
    .filter((fault) => fault !== null)
    .sort((a, b) => attendanceMarks.indexOf(a.mark) - attendanceMarks.indexOf(b.mark) || a.from - b.from);
  const [gravest] = faults;
  const isExcused = duty.length === 0;
  return {
    mark: gravest?.mark ?? (isExcused ? 'EXCUSED' : 'ON_TIME'),
    why: {
      clause: gravest?.clause ?? (isExcused ? 'A-04' : 'S1.3a'),
      dutyMinutes: minutesOf(duty),
      workedMinutes: minutesOf(worked),
      faults,
      excuses,
      missingPunches: explained.filter((missing) => missing !== null),
    },
  };
}

/** A time of a session without the person: all of it, before they came, in between, or after they had gone. */
interface Absence {
  readonly place: 'ALL' | 'BEFORE' | 'WITHIN' | 'AFTER';
  /** The parts of it in which they had to be there. */
  readonly missed: readonly Span[];
  /** When they came, if they did. */
  readonly cameAt: number | null;
}

const isFromOpening = ({ place }: Absence): boolean => place === 'ALL' || place === 'BEFORE';

/** The absences of a session in the order of time, but those in which nothing was missed. */
function absencesOf(session: Span, duty: readonly Span[], worked: readonly Span[]): Absence[] {
  const edges = [session.from, ...worked.flatMap(({ from, to }) => [from, to]), session.to];
  const gaps = Array.from({ length: worked.length + 1 }, (_, index) => {
    const [from, to] = [edges[2 * index]!, edges[2 * index + 1]!];
    const isLast = index === worked.length;
    const place = index > 0 ? (isLast ? 'AFTER' : 'WITHIN') : isLast ? 'ALL' : 'BEFORE';
    return { place, missed: intersect(duty, [{ from, to }]), cameAt: isLast ? null : to } as const;
  });
  return gaps.filter(({ missed }) => missed.length > 0);
}

const spanOf = (spans: readonly Span[]): Span => ({ from: spans[0]!.from, to: spans.at(-1)!.to });
const stayAt = (stays: readonly Stay[], at: number): Stay => stays.find(({ from, to }) => from <= at && at < to)!;

/** The punch that was forgotten where the person's work shows that they were there. */
function punchMissingIn({ missed }: Absence, stays: readonly Stay[], work: readonly WorkFact[]): MissingPunch | null {
  const shownBy = work
    .filter(({ at }) => missed.some(({ from, to }) => from <= at && at < to))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const [earliest] = shownBy;
  if (earliest === undefined) return null;
  const punch = stayAt(stays, toMinute(earliest.at)).whereabouts === 'LEFT' ? 'RETURN' : 'CHECK_IN';
  return { punch, ...spanOf(missed), minutes: minutesOf(missed), shownBy };
}

/** What an absence that nothing explains is; null for one that is within its limit. */
function faultOf({ place, missed, cameAt }: Absence, stays: readonly Stay[], rules: MarkRules): Fault | null {
  const minutes = minutesOf(missed);
  const fault = (mark: Fault['mark'], clause: MarkClause, limitMinutes: number): Fault => ({
    ...{ mark, clause, ...spanOf(missed), minutes, limitMinutes },
    ...actsAround(missed[0]!.from, cameAt, stays),
  });
  if (place === 'ALL') return fault('ABSENT', 'S1.5a', 0);
  if (place === 'AFTER') return fault('LEFT_EARLY', 'S1.5a', 0);
  if (place === 'WITHIN') {
    const limit = rules.shortAbsenceMinutes;
    return minutes > limit ? fault('LEFT_POST', 'S1.5a', limit) : null;
  }
  const mark = markOfArrival({ ofPreparation: 0, ofSession: minutes }, rules);
  if (mark === 'ABSENT') return fault(mark, 'A-04', rules.absentFromMinutes);
  return mark === 'LATE' ? fault(mark, 'S1.5a', rules.graceMinutes) : null;
}

/** What of the time to prepare was missed before the person came; who was ready and went again has no fault by it. */
function lackOfPreparation(
  toPrepare: readonly Span[],
  readyFrom: number,
  stays: readonly Stay[],
  rules: MarkRules,
): Fault | null {
  const there = stays.find(({ whereabouts, to }) => whereabouts === 'IN' && to > readyFrom)!;
  const cameAt = Math.max(readyFrom, there.from);
  const missed = intersect(toPrepare, [{ from: readyFrom, to: cameAt }]);
  const minutes = minutesOf(missed);
  const mark = markOfArrival({ ofPreparation: minutes, ofSession: 0 }, rules);
  if (mark !== 'PREPARATION_LATE') return null;
  const acts = actsAround(missed[0]!.from, cameAt, stays);
  return { mark, clause: 'S1.3a', ...spanOf(missed), minutes, limitMinutes: 0, ...acts };
}

function actsAround(from: number, cameAt: number | null, stays: readonly Stay[]): Pick<Fault, 'wentBy' | 'cameBy'> {
  return { wentBy: stayAt(stays, from).by, cameBy: cameAt === null ? null : stayAt(stays, cameAt).by };
}
