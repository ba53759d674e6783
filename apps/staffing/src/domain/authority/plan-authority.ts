import { decideAuthority, personAt, sameAuthority } from './authority';
import type { Authority, AuthorityRule, PersonAt, PostRole, Seats } from './authority';
import { afterAct, dayBegins, hallDayOf, sessionStart } from './whereabouts';
import type { HallDay, HallRules, PersonDay, PresenceAct } from './whereabouts';

/** That a person has a role at a post for a time; instants in milliseconds, half-open, `to` null while it lasts. */
export interface Assignment {
  readonly role: PostRole;
  readonly staffId: string;
  readonly from: number;
  readonly to: number | null;
}

/** A leave of a person that is in force. */
export interface LeaveSpan {
  readonly staffId: string;
  readonly from: number;
  readonly to: number | null;
}

/** What a person did, or what was said of a person. */
export interface StaffAct {
  readonly staffId: string;
  readonly kind: PresenceAct;
  readonly at: number;
}

/** Everything that the authority of one post hangs on. */
export interface PostHistory {
  readonly assignments: readonly Assignment[];
  readonly leaves: readonly LeaveSpan[];
  /** In their order. */
  readonly acts: readonly StaffAct[];
}

/** Who holds a post from one instant to another, half-open, in milliseconds. */
export interface AuthorityInterval {
  readonly from: number;
  readonly to: number;
  readonly authority: Authority;
}

/** A span of a day in which nothing that matters changes: what was known, and what follows from it. */
export interface Situation extends AuthorityInterval {
  readonly seats: Seats;
  readonly isInService: boolean;
  readonly before: Authority;
  readonly rule: AuthorityRule;
}

const nobody: Authority = { state: 'UNSTAFFED' };
const isInForce = (span: { readonly from: number; readonly to: number | null }, at: number): boolean =>
  span.from <= at && (span.to === null || at < span.to);

/**
 * Who holds a post in every instant of a time: an unbroken run of intervals of which neighbours differ. Days are independent
 * of one another, since nobody holds anything by having been there yesterday.
 *
 * @regulation S5.1c S5.2a
 * @param from in milliseconds
 * @param to in milliseconds, exclusive
 * @throws CalendarMissingError where a year is not known
 */
export function planAuthority(history: PostHistory, rules: HallRules, from: number, to: number): AuthorityInterval[] {
  const intervals: { from: number; to: number; authority: Authority }[] = [];
  for (let at = from; at < to;) {
    const day = hallDayOf(at, rules);
    for (const situation of situationsOfDay(history, day)) {
      const span = { from: Math.max(situation.from, from), to: Math.min(situation.to, to) };
      if (span.from >= span.to) continue;
      const last = intervals.at(-1);
      if (last !== undefined && sameAuthority(last.authority, situation.authority)) last.to = span.to;
      else intervals.push({ ...span, authority: situation.authority });
    }
    at = day.to;
  }
  return intervals;
}

/** What was known of a post at an instant, and what followed from it. */
export function situationAt(history: PostHistory, rules: HallRules, at: number): Situation {
  const situations = situationsOfDay(history, hallDayOf(at, rules));
  return situations.find((each) => each.from <= at && at < each.to)!;
}

/** The situations of a post on a day, in order, without gaps. */
function situationsOfDay({ assignments, leaves, acts }: PostHistory, day: HallDay): Situation[] {
  const valid = assignments.filter(({ from, to }) => from < day.to && (to === null || to > day.from));
  const concerns = new Set(valid.map(({ staffId }) => staffId));
  const away = leaves.filter(
    ({ staffId, from, to }) => concerns.has(staffId) && from < day.to && (to === null || to > day.from),
  );
  const done = acts.filter(({ staffId, at }) => concerns.has(staffId) && day.from <= at && at < day.to);
  const borders = bordersOf(day, [...valid, ...away], done);
  const days = new Map<string, PersonDay>();
  const situations: Situation[] = [];
  let before = nobody;
  let next = 0;
  for (const [index, from] of borders.entries()) {
    for (; next < done.length && done[next]!.at <= from; next++) {
      const { staffId, kind, at } = done[next]!;
      days.set(staffId, afterAct(days.get(staffId) ?? dayBegins, kind, at));
    }
    const seats = seatsAt(valid, from, (staffId) => {
      const isOnLeave = away.some((leave) => leave.staffId === staffId && isInForce(leave, from));
      return personAt(staffId, days.get(staffId) ?? dayBegins, isOnLeave, day, from);
    });
    const isInService = sessionStart(day, from) !== null;
    const decided = decideAuthority(seats, before, day, from, isInService);
    situations.push({ from, to: borders[index + 1] ?? day.to, seats, isInService, before, ...decided });
    before = decided.authority;
  }
  return situations;
}

/** Every instant of a day at which something that matters can change, in order, the day's beginning first. */
function bordersOf(day: HallDay, spans: readonly { from: number; to: number | null }[], acts: readonly StaffAct[]) {
  const instants = [day.from, day.end];
  for (const { from, to } of day.sessions) instants.push(from, Math.min(from + day.graceMs, to), to);
  for (const { from, to } of spans) instants.push(from, to ?? day.from);
  for (const { at } of acts) instants.push(at);
  return [...new Set(instants)].filter((at) => day.from <= at && at < day.to).sort((a, b) => a - b);
}

function seatsAt(assignments: readonly Assignment[], at: number, personOf: (staffId: string) => PersonAt): Seats {
  const seated = (role: PostRole): PersonAt[] =>
    assignments.filter((each) => each.role === role && isInForce(each, at)).map(({ staffId }) => personOf(staffId));
  return { lead: seated('LEAD')[0], deputy: seated('DEPUTY')[0], temporaries: seated('TEMPORARY') };
}
