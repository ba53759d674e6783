import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import { openDutyReceipt } from '../../domain/training/training';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';
import { postStore } from '../../persistence/structure/post-store';
import { trainingStore } from '../../persistence/training/training-store';

/**
 * The caller confirms to have read the duties of a post.
 *
 * @regulation S2.4a
 * @refuses STAFF_NOT_KNOWN, POST_NOT_FOUND, DUTIES_OF_OTHERS, DUTIES_READ
 */
export function readDuties(
  ports: StaffingPorts,
  command: Command<{ readonly post: HallKey }>,
): Promise<Outcome<HallKey>> {
  const { post: key } = command.input;
  return ports.run(command, { operation: 'acknowledgeDuties', hallCode: key.hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, key.hallCode);
    if (isRefused(officer)) return officer;
    const staffId = officer.value.id;
    const post = await postStore.findPost(tx, key);
    if (!post) return refuse('POST_NOT_FOUND');
    const before = await trainingStore.receiptsOf(tx, key);
    const receipt = openDutyReceipt(post, staffId, { before, now: ports.clock.now() });
    if (isRefused(receipt)) return receipt;
    await trainingStore.insertReceipt(tx, receipt.value);
    return done(key);
  });
}
