import type { Applicant } from '../people';
import { happens, listed } from '../play';
import type { Play } from '../play';
import { complain } from './complaints';
import { inOrder } from './cases';

interface OwnCase {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly allowedActionNames: readonly string[];
  readonly correctionNotices: readonly {
    readonly number: string;
    readonly deliveredAt: string | null;
    readonly acknowledgedAt: string | null;
  }[];
}

const shown = 'id number status allowedActionNames correctionNotices { number deliveredAt acknowledgedAt }';

/** In the evening people look after their applications from home, rate how they were received, and complain. */
export async function spendTheEvening(play: Play): Promise<void> {
  for (const applicant of play.choices.some(play.hall.applicants, 25)) await lookAfterOwn(play, applicant);
  const { memory, choices, gateway } = play;
  for (const { contactId: service, code, applicant } of choices.some(memory.receptions, 15)) {
    await gateway.act(applicant, 'rateService', { service, code, level: choices.between(1, 5), remark: '评价' });
  }
  memory.receptions = [];
  if (choices.inHundred(40)) await complain(play, choices.one(play.hall.applicants), 'ONLINE');
}

async function lookAfterOwn(play: Play, applicant: Applicant): Promise<void> {
  const { gateway, memory, choices } = play;
  const own = inOrder(await listed<OwnCase>(play, applicant, 'myCases', 'first: 5', shown));
  for (const { id: caseId, number, status, allowedActionNames, correctionNotices } of own) {
    const matter = memory.matters.get(number);
    if (matter) matter.status = status;
    if (matter?.secret && choices.inHundred(30)) {
      const progress =
        'query ($number: String!, $secret: String!) { caseProgress(number: $number, secret: $secret) { status dueOn } }';
      await gateway.see(applicant, progress, { number, secret: matter.secret });
    }
    const told = correctionNotices.find(
      ({ deliveredAt, acknowledgedAt }) => deliveredAt !== null && acknowledgedAt === null,
    );
    if (told && happens(play, 'acknowledgeNotice', 50)) await gateway.act(applicant, 'acknowledgeNotice', told.number);
    if (allowedActionNames.includes('withdrawCase') && choices.inHundred(4)) {
      await gateway.act(applicant, 'withdrawCase', { caseId, reason: '情况有变，不再办理' });
    }
    if (['DECIDED', 'COMPLETED', 'RETURNED'].includes(status) && choices.inHundred(25)) {
      await gateway.act(applicant, 'rateService', { service: number, level: choices.between(1, 5) });
    }
  }
}
