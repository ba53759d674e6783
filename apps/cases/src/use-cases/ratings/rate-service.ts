import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findStaffByAccount } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { applyRatingAnswer, needsAnswer, openRating } from '../../domain/ratings/rating';
import type { RatedService, Rating, RatingFinding } from '../../domain/ratings/rating';
import { ownDeadlineOf } from '../../domain/deadlines/subjects';
import { refuse } from '../../domain/refusals';
import { answerActs, beginDeadline } from '../deadlines/owner-deadlines';
import { leaderInOwnRight } from '../cases/acting-officer';
import type { CasePorts } from '../ports';

/** What a visitor says of a service, and how they prove that they were there. */
export interface RateService {
  readonly hallCode: string;
  /** A contact, or the number of a case or slip. */
  readonly of: { readonly contact: HallKey } | { readonly caseNumber: string };
  /** What is printed on the slip, or shown to the visitor of a window; an applicant's own case needs none. */
  readonly code: string | null;
  readonly level: number;
  readonly remark: string | null;
}

/**
 * A visitor rates, once, how they were received or how their matter was handled. A bad rating becomes a task of the
 * department, with a day.
 *
 * @regulation S2.2a S3.1a
 * @refuses RATED_SERVICE_NOT_FOUND, RATED_TOO_EARLY, RATE_OWN_SERVICE, RATED_BEFORE, WINDOW_NOT_KNOWN
 */
export function rateService(ports: CasePorts, command: Command<RateService>): Promise<Outcome<HallKey>> {
  const { hallCode, level, remark } = command.input;
  return ports.run(command, { operation: 'rateService', hallCode }, async (tx) => {
    const service = await findService(ports, tx, command);
    if (!service) return refuse('RATED_SERVICE_NOT_FOUND');
    const { status, ...of } = service;
    const now = ports.clock.now();
    const rater = await findStaffByAccount(tx, hallCode, command.actor.account);
    const facts = { hallCode, id: ports.newId(), ...of, level, remark };
    const rated = openRating({ facts, status, raterId: rater?.id ?? null, now });
    if (isRefused(rated)) return rated;
    if (!(await ports.ratings.insertRating(tx, rated.value))) return refuse('RATED_BEFORE');
    if (needsAnswer(rated.value)) {
      const { ratingAnswerWorkingDays: amount } = ports.settings['S3.1a'];
      const limit = { amount, unit: 'WORKING_DAY' } as const;
      const refused = await beginDeadline({ ports, tx }, ownDeadlineOf(rated.value, 'RATING'), limit);
      if (refused) return refused;
    }
    await ports.publish(tx, command, [{ kind: 'SERVICE_RATED', rating: rated.value }]);
    return done({ hallCode, id: rated.value.id });
  });
}

type Service = Pick<Rating, 'subject' | 'subjectId' | 'windowId' | 'staffId'> & Pick<RatedService, 'status'>;

/** The service that is meant, if the caller was part of it. */
async function findService(
  ports: CasePorts,
  tx: Tx,
  { actor, input: { of, code, hallCode } }: Command<RateService>,
): Promise<Service | undefined> {
  if ('contact' in of) {
    const isProven = ports.printedCode(`contact ${of.contact.hallCode}.${of.contact.id}`) === code;
    const contact = isProven ? await ports.contacts.lockContact(tx, of.contact) : undefined;
    if (!contact) return undefined;
    const { id: subjectId, windowId, ownerId: staffId } = contact;
    return { subject: 'CONTACT', subjectId, windowId, staffId, status: null };
  }
  const found = await ports.ratings.findCaseOfSlip(tx, hallCode, of.caseNumber);
  if (!found) return undefined;
  const { codeOf } = found;
  const hasSlip = codeOf !== null && code === ports.printedCode(`slip ${codeOf}`);
  const isOwn = actor.roles.includes('APPLICANT') && (await ports.cases.isOwnCase(tx, found, actor.account));
  if (!hasSlip && !isOwn) return undefined;
  const current = await ports.cases.lockCase(tx, found);
  if (!current) return undefined;
  const { id: subjectId, windowId, status, decision, responsibleId } = current;
  return { subject: 'CASE', subjectId, windowId, status, staffId: decision?.decidedById ?? responsibleId };
}

/** What was found about a bad rating. */
export interface AnswerRating {
  readonly key: HallKey;
  readonly finding: RatingFinding;
  readonly measures: string;
}

const answerAct = answerActs<Rating>({
  subject: 'RATING',
  notFound: () => refuse('RATING_NOT_FOUND'),
  lock: (ports, tx, key) => ports.ratings.lockRating(tx, key),
  update: (ports, tx, rating) => ports.ratings.updateRating(tx, rating),
  fact: (rating) => ({ kind: 'RATING_ANSWERED', rating }),
});

/**
 * A leader looks into a bad rating and says what was found and what is done about it.
 *
 * @regulation S2.2a S3.1a
 * @refuses STAFF_NOT_KNOWN, LEADER_REQUIRED, RATING_NOT_FOUND, RATING_NEEDS_NO_ANSWER, RATING_ANSWERED, ANSWER_OWN_RATING
 */
export const answerRating = answerAct({
  operation: 'answerRating',
  authorise: leaderInOwnRight,
  rule: ({ current, by, now }, { finding, measures }: AnswerRating) =>
    applyRatingAnswer(current, { officerId: by.officerId, finding, measures, now }),
});
