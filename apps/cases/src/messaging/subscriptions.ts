import { directoryOfDeadlines } from '@hall/platform/deadlines';
import type { EventHandlers } from '@hall/platform/jetstream';
import { followAuthority } from '../use-cases/cases/follow-authority';
import type { CasePorts } from '../use-cases/ports';
import { beginReports } from '../use-cases/reports/owe-report';

/**
 * What cases does about staffing's events: keeps the directory, lets open cases follow the authority over their post,
 * and notes since when a hall is one, and which calendar it has in force, so that open terms are worked out anew.
 */
export function staffingSubscriptions(ports: CasePorts): EventHandlers {
  const directory = directoryOfDeadlines(ports.deadlines);
  return {
    ...directory,
    'hall.staffing.hall.registered.v1': async (tx, event) => {
      await directory['hall.staffing.hall.registered.v1'](tx, event);
      await beginReports(tx, event.hallcode, new Date(event.time));
    },
    'hall.staffing.post.authority-changed.v1': async (tx, event) => {
      await directory['hall.staffing.post.authority-changed.v1'](tx, event);
      const { postId, holder, cause, at } = event.data;
      const { hallcode: hallCode, sequence } = event;
      const change = { hallCode, postId, holderId: holder?.staffId ?? null, cause, at: new Date(at), sequence };
      await followAuthority(ports, tx, change, { correlationId: event.correlationid, causationId: event.id });
    },
  };
}
