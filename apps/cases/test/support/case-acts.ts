import type { Ask, Loose } from '@hall/testing';
import { mutate } from './hall';

/** An act on a case. */
export const byCase = (ask: Ask, name: string, caseId: string, args: object = {}): Promise<Loose> =>
  mutate(ask, name, { caseId, ...args });
/** Supplies what a notice asked for. */
export const supply = (ask: Ask, caseId: string, materials: string[], findings: object[] = []): Promise<Loose> =>
  mutate(ask, 'supplyCorrection', { input: { caseId, materials, findings } });
/** Hands a notice over at the counter. */
export const handOver = (ask: Ask, number: string): Promise<Loose> =>
  mutate(ask, 'deliverNotice', { number, mode: 'PRINTED' });
/** Issues a second notice. */
export const secondNotice = (
  ask: Ask,
  caseId: string,
  ground: string,
  defects: object[],
  basis = '说明',
): Promise<Loose> => mutate(ask, 'issueSecondNotice', { input: { caseId, ground, basis, defects } });
/** A finding: a paper is wrong. */
export const wrong = (materialCode: string, kind = 'WRONG_CONTENT') => ({
  materialCode,
  kind,
  explanation: '签名不符',
});
/** Decides a case. */
export const decide = (ask: Ask, id: string, approved = true): Promise<Loose> =>
  byCase(ask, 'decideCase', id, { approved, grounds: '符合条件' });
/** Hands a result over, at the window unless it is said otherwise. */
export const deliver = (ask: Ask, said: object): Promise<Loose> =>
  mutate(ask, 'deliverResult', { input: { identityChecked: true, ...said } });
/** How the applicant wants the result. */
export const choose = (ask: Ask, caseId: string, method: string): Promise<Loose> =>
  mutate(ask, 'chooseDelivery', { caseId, method });
/** Stops the clock of a case. */
export const pause = (ask: Ask, caseId: string, ground = 'HEARING', expectedEnd = '2026-12-31'): Promise<Loose> =>
  mutate(ask, 'pauseCommitment', { input: { caseId, ground, evidence: '听证通知书第1号', expectedEnd } });
