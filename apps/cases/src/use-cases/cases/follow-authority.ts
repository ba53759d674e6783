import { isServing } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Cause } from '@hall/platform/publishing';
import type { Case } from '../../domain/cases/case';
import { correctLevels } from '../../persistence/deadlines/level-correction-store';
import { answerableFor, applyHolder } from '../../domain/cases/follow-authority';
import { followUpOf, takeOverContact } from '../../domain/contacts/contact';
import type { CaseFact } from '../../domain/facts';
import type { RecordedChange } from '../../domain/cases/case-change';
import type { CasePorts } from '../ports';

/** A move of the authority over a post, as staffing tells it. */
export interface AuthorityChange {
  readonly hallCode: string;
  readonly postId: string;
  readonly holderId: string | null;
  readonly cause: string;
  readonly at: Date;
  /** Its place in the history of the post. */
  readonly sequence: number;
}

/**
 * The authority over a post has moved: its open cases follow, and so do the open contacts that were taken at it. Runs inside
 * the transaction of the event's handler.
 *
 * @regulation S2.1a S5.2a S5.4a S5.4c A-21
 */
export async function followAuthority(
  ports: CasePorts,
  tx: Tx,
  change: AuthorityChange,
  because: Cause,
): Promise<void> {
  const { hallCode, postId, cause, at, sequence } = change;
  const post = await ports.cases.findPost(tx, hallCode, postId);
  const people = { holderId: change.holderId, vacancyOwnerId: post?.vacancyOwnerId ?? null };
  const answerableId = answerableFor(people, people.holderId === null && (await isServing(tx, hallCode, at)));
  if (answerableId === null) return;
  await ports.cases.insertHolder(tx, { hallCode, postId, sequence: String(sequence), at, answerableId });
  // Whoever notes a level of these cases meanwhile has noted it before what is charged to whom is looked at.
  const open = await ports.cases.lockOpenCasesOf(tx, hallCode, postId);
  const { changes, facts } = await correctRecords(ports, tx, change, open);
  const latest = new Map(changes.map(({ next }) => [next.id, next]));
  // News that comes after newer news says who answered then, and moves nothing.
  const isNews = Number(post?.sequence) === sequence;
  for (const locked of isNews ? open : []) {
    const current = latest.get(locked.id) ?? locked;
    const next = applyHolder(current, answerableId);
    if (!next) continue;
    changes.push({ next, action: { kind: 'RESPONSIBLE_CHANGED', at, by: null, clause: 'S5.2a', note: cause } });
    const previousResponsibleId = current.responsibleId;
    facts.push({ kind: 'RESPONSIBLE_CHANGED', current: next, previousResponsibleId, cause });
  }
  if (isNews) facts.push(...(await takeOverContacts(ports, tx, change, answerableId)));
  await ports.cases.saveCases(tx, changes);
  await ports.publish(tx, because, facts);
}

/**
 * What was charged before the news came is charged to whoever answered then: beside what was written, in the record of the case,
 * and told.
 */
async function correctRecords(
  ports: CasePorts,
  tx: Tx,
  change: AuthorityChange,
  open: readonly Case[],
): Promise<{ readonly changes: RecordedChange[]; readonly facts: CaseFact[] }> {
  const { hallCode } = change;
  const at = ports.clock.now();
  const cases = new Map(open.map((current) => [current.id, current]));
  const changes: RecordedChange[] = [];
  const facts: CaseFact[] = [];
  for (const corrected of await correctLevels(tx, change, at)) {
    const { caseId: id, subject, level, previousName, answerableName } = corrected;
    const current = cases.get(id) ?? (await ports.cases.lockCase(tx, { hallCode, id }));
    if (!current) continue;
    const next = { ...current, version: current.version + 1 };
    cases.set(id, next);
    const note = `${subject} ${level}：${previousName} → ${answerableName}`;
    changes.push({ next, action: { kind: 'LEVEL_CORRECTED', at, by: null, clause: 'S5.4c', note } });
    facts.push({ kind: 'LEVEL_CORRECTED', hallCode, corrected });
  }
  return { changes, facts };
}

async function takeOverContacts(
  ports: CasePorts,
  tx: Tx,
  { hallCode, postId, cause, at }: AuthorityChange,
  holderId: string,
): Promise<CaseFact[]> {
  const facts: CaseFact[] = [];
  for (const current of await ports.contacts.lockContactsOfPost(tx, hallCode, postId)) {
    const contact = takeOverContact(current, holderId);
    if (!contact) continue;
    await Promise.all([
      ports.contacts.updateContact(tx, contact),
      ports.contacts.appendFollowUps(tx, contact, [
        followUpOf({ at, officerId: holderId, kind: 'TAKEN_OVER', note: cause }),
      ]),
    ]);
    facts.push({ kind: 'CONTACT_CHANGED', contact, changeKind: 'OWNER_CHANGED' });
  }
  return facts;
}
