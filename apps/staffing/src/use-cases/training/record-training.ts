import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import { openTraining } from '../../domain/training/training';
import type { Training } from '../../domain/training/training';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';
import { trainingStore } from '../../persistence/training/training-store';

/** What a record of a training says. */
export interface RecordTraining extends Pick<Training, 'hallCode' | 'kind' | 'topic' | 'heldOn' | 'minutes' | 'notes'> {
  readonly attendees: readonly HallKey[];
}

/**
 * Keeps a training that was held, with those who were there.
 *
 * @regulation S2.4b S1.1a S1.2c
 * @refuses STAFF_NOT_KNOWN, STAFF_NOT_FOUND, TRAINING_IN_FUTURE
 */
export function recordTraining(ports: StaffingPorts, command: Command<RecordTraining>): Promise<Outcome<HallKey>> {
  const { attendees, ...said } = command.input;
  const { hallCode } = said;
  return ports.run(command, { operation: 'recordTraining', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const attendeeIds = [...new Set(attendees.map(({ id }) => id))];
    const known = attendees.every((one) => one.hallCode === hallCode)
      ? await trainingStore.countStaff(tx, hallCode, attendeeIds)
      : 0;
    if (known !== attendeeIds.length) return refuse('STAFF_NOT_FOUND');
    const by = { recordedById: officer.value.id, recordedAt: ports.clock.now() };
    const recorded = openTraining({ ...said, ...by, id: ports.newId(), attendeeIds });
    if (isRefused(recorded)) return recorded;
    await trainingStore.insertTraining(tx, recorded.value);
    return done({ hallCode, id: recorded.value.id });
  });
}
