import { isolatedSweep } from '@hall/platform/sweep';
import type { Sweep, SweepBase } from '@hall/platform/sweep';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { calendarStore } from '../../persistence/calendar/calendar-store';
import { hallStore } from '../../persistence/structure/hall-store';
import { postStore } from '../../persistence/structure/post-store';
import type { StaffingPorts } from '../ports';
import { replanAuthority } from './replan-authority';

const batchSize = 200;

/**
 * Posts whose holder changes by the passing of time alone: a lead who does not come, a session that begins or ends, the end
 * of the day.
 *
 * @regulation S5.1c S5.2a A-20
 */
export function authoritySweep(ports: StaffingPorts, base: SweepBase): Sweep {
  return isolatedSweep(
    {
      name: 'authority',
      find: (tx, aside) => postStore.findPostsToLookAt(tx, ports.clock.now(), batchSize, aside),
      async work(tx, keys) {
        const posts = await postStore.lockPosts(tx, keys);
        let looked = 0;
        for (const hallCode of new Set(posts.map((post) => post.hallCode))) {
          const hall = (await hallStore.findHall(tx, hallCode))!;
          const calendar = calendarInForce(await calendarStore.findYears(tx, hallCode));
          const ofHall = posts.filter((post) => post.hallCode === hallCode);
          looked += (await replanAuthority(ports, tx, { correlationId: 'sweep' }, { hall, calendar, posts: ofHall }))
            .length;
        }
        return looked;
      },
    },
    base,
  );
}
