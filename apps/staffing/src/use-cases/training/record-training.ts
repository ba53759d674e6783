import { done, isRefused } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import { recordTraining as record } from '../../domain/training/training';
import type { Training } from '../../domain/training/training';
import { findCaller } from '../find-caller';
import type { StaffingPorts } from '../ports';

/** What a record of a training says. */
export interface RecordTraining extends Pick<Training, 'hallCode' | 'kind' | 'topic' | 'heldOn' | 'minutes' | 'notes'> {
  readonly attendees: readonly HallKey[];
}

/**
 * Keeps a training that was held, with those who were there.
 *
 * @regulation S2.4b S1.1a S1.2c
 * @refuses HALL_NOT_FOUND, STAFF_NOT_KNOWN, STAFF_NOT_FOUND, TRAINING_IN_FUTURE
 */
export function recordTraining(ports: StaffingPorts, command: Command<RecordTraining>): Promise<Outcome<HallKey>> {
  const { attendees, ...said } = command.input;
  const { hallCode } = said;
  return ports.run(command, { operation: 'recordTraining', hallCode }, async (tx) => {
    const caller = await findCaller(ports, tx, command, hallCode);
    if (isRefused(caller)) return caller;
    const attendeeIds = [...new Set(attendees.map(({ id }) => id))];
    const known = attendees.every((one) => one.hallCode === hallCode)
      ? await ports.trainings.countStaff(tx, hallCode, attendeeIds)
      : 0;
    if (known !== attendeeIds.length) return refuse('STAFF_NOT_FOUND');
    const by = { recordedById: caller.value.member.id, recordedAt: ports.clock.now() };
    const recorded = record({ ...said, ...by, id: ports.newId(), attendeeIds });
    if (isRefused(recorded)) return recorded;
    await ports.trainings.insertTraining(tx, recorded.value);
    return done({ hallCode, id: recorded.value.id });
  });
}
