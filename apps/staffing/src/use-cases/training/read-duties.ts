import { done, isRefused } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { refuse } from '../../domain/refusals';
import { readDuties as read } from '../../domain/training/training';
import { findCaller } from '../find-caller';
import type { StaffingPorts } from '../ports';

/**
 * The caller confirms to have read the duties of a post.
 *
 * @regulation S2.4a
 * @refuses HALL_NOT_FOUND, STAFF_NOT_KNOWN, POST_NOT_FOUND, DUTIES_OF_OTHERS, DUTIES_READ
 */
export function readDuties(
  ports: StaffingPorts,
  command: Command<{ readonly post: HallKey }>,
): Promise<Outcome<HallKey>> {
  const { post: key } = command.input;
  return ports.run(command, { operation: 'acknowledgeDuties', hallCode: key.hallCode }, async (tx) => {
    const caller = await findCaller(ports, tx, command, key.hallCode);
    if (isRefused(caller)) return caller;
    const staffId = caller.value.member.id;
    const post = await ports.posts.findPost(tx, key);
    if (!post) return refuse('POST_NOT_FOUND');
    const before = await ports.trainings.receiptsOf(tx, key);
    const receipt = read(post, staffId, { before, now: ports.clock.now() });
    if (isRefused(receipt)) return receipt;
    await ports.trainings.insertReceipt(tx, receipt.value);
    return done(key);
  });
}
