import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findOfficer } from '@hall/platform/directory';
import { refuseCommonly } from '@hall/platform/refusals';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import type { CasePorts } from '../ports';

/** A message for a colleague who is not there. */
export interface TakeMessage {
  readonly forStaff: HallKey;
  readonly from: string;
  readonly phone: string | null;
  readonly text: string;
}

/**
 * Takes a message for somebody who is not there.
 *
 * @regulation S1.6g
 * @refuses STAFF_NOT_KNOWN for whoever takes it, and for whomever it is for
 */
export function takeMessage(ports: CasePorts, command: Command<TakeMessage>): Promise<Outcome<HallKey>> {
  const { forStaff, from, phone, text } = command.input;
  const { hallCode } = forStaff;
  return ports.run(command, { operation: 'takeMessage', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const id = ports.newId();
    const isTaken = await ports.contacts.insertMessage(tx, {
      hallCode,
      id,
      forStaffId: forStaff.id,
      from,
      phone,
      text,
      takenById: officer.value.id,
      takenAt: ports.clock.now(),
      deliveredAt: null,
    });
    return isTaken ? done({ hallCode, id }) : refuseCommonly('STAFF_NOT_KNOWN');
  });
}

/**
 * The person it is for has read a message.
 *
 * @regulation S1.6g
 * @refuses MESSAGE_NOT_FOUND, also for everybody it is not for
 */
export function readMessage(ports: CasePorts, command: Command<{ readonly key: HallKey }>): Promise<Outcome<HallKey>> {
  const { key } = command.input;
  return ports.run(command, { operation: 'readMessage', hallCode: key.hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, key.hallCode);
    if (isRefused(officer)) return officer;
    const message = await ports.contacts.lockMessage(tx, key);
    if (!message || message.forStaffId !== officer.value.id) return refuse('MESSAGE_NOT_FOUND');
    if (message.deliveredAt === null) {
      await ports.contacts.updateMessage(tx, { ...message, deliveredAt: ports.clock.now() });
    }
    return done(key);
  });
}
