import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { KnownStaff } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import type { Attribution } from '../domain/case';
import { refuse } from '../domain/refusals';
import type { CasePorts } from './ports';

/**
 * The member of staff who gives a command.
 *
 * @refuses STAFF_NOT_KNOWN for an account without a badge in this hall
 */
export async function findOfficer(
  ports: CasePorts,
  tx: Tx,
  { actor }: Command<unknown>,
  hallCode: string,
): Promise<Outcome<KnownStaff>> {
  const officer =
    actor.hallCode === hallCode ? await ports.directory.findStaffByAccount(tx, hallCode, actor.account) : undefined;
  return officer ? done(officer) : refuse('STAFF_NOT_KNOWN');
}

/**
 * The authority with which the caller acts on a post, checked when the act executes and not when a screen was opened.
 *
 * @regulation S1.5c S5.4b S5.4c
 * @refuses STAFF_NOT_KNOWN, NOT_ON_DUTY when somebody else holds the post now
 */
export async function authorityOverPost(
  ports: CasePorts,
  tx: Tx,
  command: Command<unknown>,
  post: { readonly hallCode: string; readonly postId: string },
): Promise<Outcome<Attribution>> {
  const officer = await findOfficer(ports, tx, command, post.hallCode);
  if (isRefused(officer)) return officer;
  const held = await ports.directory.findAuthority(tx, post.hallCode, post.postId, officer.value.id);
  if (!held) return refuse('NOT_ON_DUTY');
  return done({
    officerId: officer.value.id,
    postId: held.postId,
    actingForId: held.actingForId,
    coverId: held.coverId,
  });
}
