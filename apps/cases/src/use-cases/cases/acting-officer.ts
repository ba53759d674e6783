import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findAuthority, findHeldPost, findOfficer, findSessions, findWindow } from '@hall/platform/directory';
import type { KnownSession, KnownStaff, KnownWindow } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { isLeader } from '../../domain/cases/caller';
import type { Attribution } from '../../domain/cases/case';
import { refuse } from '../../domain/refusals';

/** Who acts, and in which department. */
export interface ActingOfficer {
  readonly by: Attribution;
  readonly departmentId: string;
  readonly isLeader: boolean;
}

/**
 * The authority with which the caller acts on a post, checked when the act executes and not when a screen was opened.
 *
 * @regulation S1.5c S5.4b S5.4c
 * @refuses STAFF_NOT_KNOWN, NOT_ON_DUTY when somebody else holds the post now
 */
export async function authorityOverPost(
  tx: Tx,
  command: Command<unknown>,
  post: { readonly hallCode: string; readonly postId: string },
): Promise<Outcome<ActingOfficer>> {
  const officer = await findOfficer(tx, command, post.hallCode);
  if (isRefused(officer)) return officer;
  const held = await findAuthority(tx, post.hallCode, post.postId, officer.value.id);
  return held ? done(acting(officer.value, held)) : refuse('NOT_ON_DUTY');
}

/**
 * The caller in their own right: a leader, or a participating department's officer.
 *
 * @refuses STAFF_NOT_KNOWN
 */
export async function actingForSelf(
  tx: Tx,
  command: Command<unknown>,
  { hallCode }: { readonly hallCode: string },
): Promise<Outcome<ActingOfficer>> {
  const officer = await findOfficer(tx, command, hallCode);
  return isRefused(officer) ? officer : done(acting(officer.value));
}

/**
 * A leader of the hall: the head of the department in question, or anybody who leads the centre.
 *
 * @regulation S1.5c
 * @refuses STAFF_NOT_KNOWN, LEADER_REQUIRED
 */
export async function leaderOf(
  tx: Tx,
  command: Command<unknown>,
  { hallCode, departmentId }: { readonly hallCode: string; readonly departmentId: string },
): Promise<Outcome<ActingOfficer>> {
  const officer = await findOfficer(tx, command, hallCode);
  if (isRefused(officer)) return officer;
  return isLeader(officer.value, departmentId) ? done(acting(officer.value)) : refuse('LEADER_REQUIRED');
}

/**
 * Somebody who leads: their own department, or the centre.
 *
 * @regulation S1.5c
 * @refuses STAFF_NOT_KNOWN, LEADER_REQUIRED
 */
export async function leaderInOwnRight(
  tx: Tx,
  command: Command<unknown>,
  of: { readonly hallCode: string },
): Promise<Outcome<ActingOfficer>> {
  const officer = await actingForSelf(tx, command, of);
  return isRefused(officer) || officer.value.isLeader ? officer : refuse('LEADER_REQUIRED');
}

/** Somebody as they act: with the authority that they hold, or in their own right. */
export function acting(
  officer: KnownStaff,
  held: { postId: string; actingForId: string | null; coverId: string | null } | null = null,
): ActingOfficer {
  const by: Attribution = {
    officerId: officer.id,
    postId: held?.postId ?? null,
    actingForId: held?.actingForId ?? null,
    coverId: held?.coverId ?? null,
  };
  return { by, departmentId: officer.departmentId, isLeader: isLeader(officer, officer.departmentId) };
}

/** A counter at which somebody has authority now. */
export interface StaffedWindow {
  readonly by: Attribution & { readonly postId: string };
  readonly window: KnownWindow;
  readonly sessions: readonly KnownSession[];
}

/**
 * The caller's authority at a window: the post of that window which the caller holds now.
 *
 * @regulation S1.5c S5.4b
 * @refuses STAFF_NOT_KNOWN, WINDOW_NOT_KNOWN, NOT_ON_DUTY
 */
export async function authorityAtWindow(
  tx: Tx,
  command: Command<unknown>,
  { hallCode, id }: HallKey,
): Promise<Outcome<StaffedWindow>> {
  const [officer, window, sessions] = await Promise.all([
    findOfficer(tx, command, hallCode),
    findWindow(tx, hallCode, id),
    findSessions(tx, hallCode),
  ]);
  if (isRefused(officer)) return officer;
  if (!window || !sessions) return refuse('WINDOW_NOT_KNOWN');
  const held = await findHeldPost(tx, hallCode, id, officer.value.id);
  if (!held) return refuse('NOT_ON_DUTY');
  const { by } = acting(officer.value, held);
  return done({ by: { ...by, postId: held.postId }, window, sessions });
}
