import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { decidePost } from '../../domain/structure/post';
import type { Post } from '../../domain/structure/post';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { refuse } from '../../domain/refusals';
import { calendarStore } from '../../persistence/calendar/calendar-store';
import { replanAuthority } from '../authority/replan-authority';
import { asOneOf, keepers, mayTouchHall } from './hall-scope';
import type { StaffingPorts } from '../ports';
import { hallStore } from '../../persistence/structure/hall-store';
import { staffStore } from '../../persistence/structure/staff-store';
import { postStore } from '../../persistence/structure/post-store';

/** What the registration of a post says. */
export interface RegisterPost {
  readonly window: HallKey;
  readonly code: string;
  readonly name: string;
  readonly duties: readonly string[];
  readonly lead: HallKey;
  readonly deputy: HallKey;
}

/**
 * Registers a post with its lead (A岗) and deputy (B岗).
 *
 * @regulation S5.1a S5.1b
 * @refuses POST_NEEDS_TWO_HOLDERS, WINDOW_NOT_FOUND, STAFF_NOT_FOUND, POST_CODE_TAKEN
 */
export function registerPost(ports: StaffingPorts, command: Command<RegisterPost>): Promise<Outcome<HallKey>> {
  const { window, lead, deputy, code, name, duties } = command.input;
  const { hallCode } = window;
  return ports.run(command, { operation: 'registerPost', hallCode }, async (tx) => {
    const found = mayTouchHall(command, hallCode)
      ? await hallStore.lockWindow(tx, window, asOneOf(command, keepers))
      : undefined;
    if (!found) return refuse('WINDOW_NOT_FOUND');
    for (const person of [lead, deputy]) {
      const known = person.hallCode === hallCode ? await staffStore.findStaff(tx, person) : undefined;
      if (!known) return refuse('STAFF_NOT_FOUND');
    }
    const post: Post = {
      hallCode,
      id: ports.newId(),
      code,
      name,
      duties,
      windowId: found.id,
      leadId: lead.id,
      deputyId: deputy.id,
      version: 1,
    };
    const decided = decidePost(post);
    if (isRefused(decided)) return decided;
    if (!(await postStore.insertPost(tx, post, ports.clock.now()))) return refuse('POST_CODE_TAKEN', { code });
    await ports.publish(tx, command, [{ kind: 'POST_REGISTERED', post }]);
    // Whoever of the two is there already holds it from now on.
    const hall = (await hallStore.findHall(tx, hallCode))!;
    const calendar = calendarInForce(await calendarStore.findYears(tx, hallCode));
    await replanAuthority(ports, tx, command, { hall, calendar, posts: [{ ...post, lookedAt: null }] });
    return done({ hallCode, id: post.id });
  });
}
