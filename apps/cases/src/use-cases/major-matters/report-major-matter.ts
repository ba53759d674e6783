import { done, isRefused } from '@hall/kernel';
import type { Outcome, DeadlineEvent, DeadlineStart } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { answerMajorMatter as answer, reportMajorMatter as report } from '../../domain/major-matters/major-matter';
import type { MajorMatterKind } from '../../domain/major-matters/major-matter';
import { refuse } from '../../domain/refusals';
import { openTerm, withEvent } from '../../domain/deadlines/term';
import { findOfficer, isLeader } from '../officers';
import type { CasePorts, Key } from '../ports';

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
export function reportMajorMatter(ports: CasePorts, command: Command<ReportMajorMatter>): Promise<Outcome<Key>> {
  const { hallCode, caseId, contactId, occurredAt } = command.input;
  return ports.run(command, { operation: 'reportMajorMatter', hallCode }, async (tx) => {
    const officer = await findOfficer(ports, tx, command, hallCode);
    if (isRefused(officer)) return officer;
    if (caseId && !(await ports.cases.lockCase(tx, { hallCode, id: caseId }))) return refuse('CASE_NOT_FOUND');
    if (contactId && !(await ports.contacts.lockContact(tx, { hallCode, id: contactId })))
      return refuse('CONTACT_NOT_FOUND');
    const sessions = await ports.directory.findSessions(tx, hallCode);
    if (!sessions) return refuse('WINDOW_NOT_KNOWN');
    const now = ports.clock.now();
    const id = ports.newId();
    const reported = report({ ...command.input, id, occurredAt: occurredAt ?? now }, officer.value.id, now);
    if (isRefused(reported)) return reported;
    await ports.majorMatters.insertMatter(tx, reported.value);
    const { answerWorkingDays: amount } = ports.settings['A-02'];
    const start: DeadlineStart = { kind: 'START', at: now, limit: { amount, unit: 'WORKING_DAY' }, sessions };
    const calendar = await ports.directory.findCalendar(tx, hallCode);
    const responsibleId = officer.value.id;
    const facts = { hallCode, id, subject: 'MAJOR_MATTER', caseId: null, responsibleId, ledger: [start] } as const;
    await ports.terms.openTerms(tx, [openTerm(facts, calendar, now)]);
    await ports.publish(tx, command, [{ kind: 'MAJOR_MATTER_REPORTED', matter: reported.value }]);
    return done({ hallCode, id });
  });
}

/**
 * A superior answers a major matter.
 *
 * @regulation S1.2h A-02
 * @refuses MATTER_NOT_FOUND, STAFF_NOT_KNOWN, LEADER_REQUIRED, MATTER_ANSWERED, ANSWER_OWN_MATTER
 */
export function answerMajorMatter(
  ports: CasePorts,
  command: Command<{ readonly key: Key; readonly answer: string }>,
): Promise<Outcome<Key>> {
  const { key } = command.input;
  return ports.run(command, { operation: 'answerMajorMatter', hallCode: key.hallCode }, async (tx) => {
    const officer = await findOfficer(ports, tx, command, key.hallCode);
    if (isRefused(officer)) return officer;
    if (!isLeader(officer.value, officer.value.departmentId)) return refuse('LEADER_REQUIRED');
    const matter = await ports.majorMatters.lockMatter(tx, key);
    if (!matter) return refuse('MATTER_NOT_FOUND');
    const now = ports.clock.now();
    const answered = answer(matter, { officerId: officer.value.id, answer: command.input.answer, now });
    if (isRefused(answered)) return answered;
    await ports.majorMatters.updateMatter(tx, answered.value);
    const term = await ports.terms.lockTerm(tx, key);
    const calendar = await ports.directory.findCalendar(tx, key.hallCode);
    const event: DeadlineEvent = { kind: 'FINISH', at: now };
    if (term) await ports.terms.appendToTerms(tx, [{ term: withEvent(term, event, calendar, now), event }]);
    await ports.publish(tx, command, [{ kind: 'MAJOR_MATTER_ANSWERED', matter: answered.value }]);
    return done(key);
  });
}
