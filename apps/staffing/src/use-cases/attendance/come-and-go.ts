import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import type { PresenceAct } from '../../domain/authority/whereabouts';
import { refuse } from '../../domain/refusals';
import { hallStore } from '../../persistence/structure/hall-store';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';
import { recordAct } from './record-act';

/** What the caller does in their own hall, and why. */
export interface OwnAct {
  readonly hallCode: string;
  readonly reason?: string;
}

/** An act of the caller about being there; answers with the caller. */
const ownAct =
  (operation: string, kind: PresenceAct) =>
  (ports: StaffingPorts, command: Command<OwnAct>): Promise<Outcome<HallKey>> => {
    const { hallCode, ...why } = command.input;
    return ports.run(command, { operation, hallCode }, async (tx) => {
      const officer = await findOfficer(tx, command, hallCode);
      if (isRefused(officer)) return officer;
      const hall = await hallStore.findHall(tx, hallCode);
      if (!hall) return refuse('HALL_NOT_FOUND', { hallCode });
      const act = await recordAct(ports, tx, command, { hall, staffId: officer.value.id, kind, ...why });
      return isRefused(act) ? act : done({ hallCode, id: officer.value.id });
    });
  };

/**
 * The caller goes home: the presence ends and the posts move on.
 *
 * @regulation S1.5a S5.2a
 * @refuses STAFF_NOT_KNOWN, NOT_CHECKED_IN
 */
export const checkOut = ownAct('checkOut', 'CHECK_OUT');

/**
 * The caller is away from the post for a short while, and says why: the deputy takes over at once.
 *
 * @regulation S1.5b S5.2a A-20
 * @refuses STAFF_NOT_KNOWN, NOT_CHECKED_IN, ALREADY_AWAY
 */
export const leavePost = ownAct('leavePost', 'LEAVE_POST');

/**
 * The caller is back at the post, and holds it again.
 *
 * @regulation S1.5b S5.2a
 * @refuses STAFF_NOT_KNOWN, NOT_AWAY
 */
export const returnToPost = ownAct('returnToPost', 'RETURN');
