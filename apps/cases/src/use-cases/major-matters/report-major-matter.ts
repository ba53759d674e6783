import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findOfficer, findStaffById } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { applyMatterAnswer, openMatter } from '../../domain/major-matters/major-matter';
import type { MajorMatter, MajorMatterKind } from '../../domain/major-matters/major-matter';
import { ownDeadlineOf } from '../../domain/deadlines/subjects';
import { refuse } from '../../domain/refusals';
import { answerActs, beginDeadline } from '../deadlines/owner-deadlines';
import { leaderOf } from '../cases/acting-officer';
import type { CasePorts } from '../ports';

/** What has happened. */
export interface ReportMajorMatter {
  readonly hallCode: string;
  readonly kind: MajorMatterKind;
  readonly facts: string;
  readonly caseId: string | null;
  readonly contactId: string | null;
  readonly occurredAt: Date | null;
}

/**
 * Reports a major matter upwards; a superior has one working day to answer.
 *
 * @regulation S1.2h A-02
 * @refuses STAFF_NOT_KNOWN, CASE_NOT_FOUND, CONTACT_NOT_FOUND, OCCURRED_IN_FUTURE, WINDOW_NOT_KNOWN
 */
export function reportMajorMatter(ports: CasePorts, command: Command<ReportMajorMatter>): Promise<Outcome<HallKey>> {
  const { hallCode, caseId, contactId, occurredAt } = command.input;
  return ports.run(command, { operation: 'reportMajorMatter', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    if (caseId && !(await ports.cases.lockCase(tx, { hallCode, id: caseId }))) return refuse('CASE_NOT_FOUND');
    if (contactId && !(await ports.contacts.lockContact(tx, { hallCode, id: contactId })))
      return refuse('CONTACT_NOT_FOUND');
    const now = ports.clock.now();
    const id = ports.newId();
    const reported = openMatter({ ...command.input, id, occurredAt: occurredAt ?? now }, officer.value.id, now);
    if (isRefused(reported)) return reported;
    await ports.majorMatters.insertMatter(tx, reported.value);
    const { answerWorkingDays: amount } = ports.settings['A-02'];
    const refused = await beginDeadline({ ports, tx }, ownDeadlineOf(reported.value, 'MAJOR_MATTER'), {
      amount,
      unit: 'WORKING_DAY',
    });
    if (refused) return refused;
    await ports.publish(tx, command, [{ kind: 'MAJOR_MATTER_REPORTED', matter: reported.value }]);
    return done({ hallCode, id });
  });
}

/** What a superior answers. */
export interface AnswerMajorMatter {
  readonly key: HallKey;
  readonly answer: string;
}

const answerAct = answerActs<MajorMatter>({
  subject: 'MAJOR_MATTER',
  notFound: () => refuse('MATTER_NOT_FOUND'),
  lock: (ports, tx, key) => ports.majorMatters.lockMatter(tx, key),
  update: (ports, tx, matter) => ports.majorMatters.updateMatter(tx, matter),
  fact: (matter) => ({ kind: 'MAJOR_MATTER_ANSWERED', matter }),
});

/**
 * A superior of whoever reported it answers a major matter: the head of that department, or who leads the centre.
 *
 * @regulation S1.2h A-02
 * @refuses MATTER_NOT_FOUND, STAFF_NOT_KNOWN, LEADER_REQUIRED, MATTER_ANSWERED, ANSWER_OWN_MATTER
 */
export const answerMajorMatter = answerAct({
  operation: 'answerMajorMatter',
  authorise: superiorOf,
  rule: ({ current, by, now }, { answer: text }: AnswerMajorMatter) =>
    applyMatterAnswer(current, { officerId: by.officerId, answer: text, now }),
});

async function superiorOf(tx: Tx, command: Command<unknown>, { hallCode, reportedById }: MajorMatter) {
  const reporter = await findStaffById(tx, hallCode, reportedById);
  return leaderOf(tx, command, { hallCode, departmentId: reporter?.departmentId ?? '' });
}
