import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { refuse } from '../../domain/refusals';
import { decideTemporary } from '../../domain/structure/temporary';
import { authorityStore } from '../../persistence/authority/authority-store';
import { calendarStore } from '../../persistence/calendar/calendar-store';
import { leaveStore } from '../../persistence/leave/leave-store';
import { hallStore } from '../../persistence/structure/hall-store';
import { postStore } from '../../persistence/structure/post-store';
import { staffStore } from '../../persistence/structure/staff-store';
import { replanAuthority } from '../authority/replan-authority';
import type { StaffingPorts } from '../ports';
import { findOfficer } from './find-officer';

/** Who is to stand in at a post, and why. */
export interface AppointTemporary {
  readonly post: HallKey;
  readonly staff: HallKey;
  readonly from: Date | null;
  readonly to: Date;
  readonly reason: string;
}

/**
 * A leader names somebody who stands in at a post while neither lead nor deputy can.
 *
 * @regulation A-18 A-19
 * @refuses STAFF_NOT_KNOWN, POST_NOT_FOUND, STAFF_NOT_FOUND, TEMPORARY_IN_PAST, TEMPORARY_TOO_LONG, TEMPORARY_TOO_FAR,
 *   TEMPORARY_SITS_THERE, TEMPORARY_ON_LEAVE
 */
export function appointTemporary(ports: StaffingPorts, command: Command<AppointTemporary>): Promise<Outcome<HallKey>> {
  const { post: key, staff, reason, to } = command.input;
  const { hallCode } = key;
  return ports.run(command, { operation: 'appointTemporary', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const post = await postStore.lockPost(tx, key);
    if (!post) return refuse('POST_NOT_FOUND');
    const person = staff.hallCode === hallCode ? await staffStore.findStaff(tx, staff) : undefined;
    if (!person) return refuse('STAFF_NOT_FOUND');
    const now = ports.clock.now();
    const from = command.input.from ?? now;
    const calendar = calendarInForce(await calendarStore.findYears(tx, hallCode));
    // A span that is none is refused by the rule, and none can be looked for.
    const span = { from, to: to > from ? to : from };
    const assignments = await authorityStore.assignmentsOf(tx, hallCode, [post.id], span);
    const decided = decideTemporary(
      { staffId: person.id, from, to },
      {
        assignments: assignments.get(post.id) ?? [],
        away: await leaveStore.grantedSpans(tx, hallCode, [person.id], span),
        calendar,
        now,
        atMostWorkingDays: ports.settings['A-18'].temporaryAtMostWorkingDays,
      },
    );
    if (isRefused(decided)) return decided;
    const hall = (await hallStore.findHall(tx, hallCode))!;
    const upToNow = await replanAuthority(ports, tx, command, { hall, calendar, posts: [post] });
    await postStore.insertTemporary(tx, post, { ...decided.value, reason, appointedById: officer.value.id });
    await replanAuthority(ports, tx, command, { hall, calendar, posts: upToNow });
    return done({ hallCode, id: post.id });
  });
}
