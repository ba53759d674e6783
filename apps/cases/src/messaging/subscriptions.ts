import { directoryHandlers } from '@hall/platform/directory';
import type { EventHandlers } from '@hall/platform/jetstream';
import { followAuthority } from '../use-cases/follow-authority';
import type { CasePorts } from '../use-cases/ports';

/** What cases does about staffing's events: keeps the directory, and lets open cases follow the authority over their post. */
export function staffingSubscriptions(ports: CasePorts): EventHandlers {
  return {
    ...directoryHandlers,
    'hall.staffing.post.authority-changed.v1': async (tx, event) => {
      await directoryHandlers['hall.staffing.post.authority-changed.v1'](tx, event);
      const { postId, holder, cause, at } = event.data;
      const change = { hallCode: event.hallcode, postId, holderId: holder?.staffId ?? null, cause, at: new Date(at) };
      await followAuthority(ports, tx, change, { correlationId: event.correlationid, causationId: event.id });
    },
  };
}
