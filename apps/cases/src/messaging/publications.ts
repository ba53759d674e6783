import type { EventData, EventType } from '@hall/contracts';
import { plainDateOf } from '@hall/kernel';
import { deadlineMoved, levelReached } from '@hall/platform/deadlines';
import { publication } from '@hall/platform/publishing';
import type { Publication } from '@hall/platform/publishing';
import type { Case } from '../domain/cases/case';
import type { Contact } from '../domain/contacts/contact';
import type { CaseFact } from '../domain/facts';
import type { MajorMatter } from '../domain/major-matters/major-matter';
import type { Rating } from '../domain/ratings/rating';

function iso(instant: Date): string;
function iso(instant: Date | null): string | null;
function iso(instant: Date | null): string | null {
  return instant && instant.toISOString();
}

/** The public state of a case: everything but the applicant and the words. */
function snapshot(current: Case): EventData<'hall.cases.case.accepted.v1'> {
  const { acceptedAt, dueAt, handlerIds, decision, delivery } = current;
  return {
    caseId: current.id,
    number: current.number,
    itemId: current.itemId,
    itemCode: current.itemCode,
    itemVersion: current.itemVersion,
    handlingType: current.handlingType,
    departmentId: current.departmentId,
    windowId: current.windowId,
    postId: current.postId,
    contactId: current.contactId,
    status: current.status,
    acceptedById: current.acceptedById,
    responsibleId: current.responsibleId,
    acceptedAt: iso(acceptedAt),
    dueOn: dueAt && plainDateOf(dueAt),
    dueAt: iso(dueAt),
    handlerIds: [...handlerIds],
    decision: decision && {
      approved: decision.approved,
      decidedAt: decision.decidedAt.toISOString(),
      decidedById: decision.decidedById,
    },
    delivery: delivery && {
      windowId: delivery.windowId,
      deliveredAt: delivery.deliveredAt.toISOString(),
      deliveredById: delivery.deliveredById,
    },
  };
}

function ofCase<T extends EventType>(type: T, { hallCode, id, version }: Case, data: EventData<T>): Publication {
  return publication({ type, hallCode, aggregateId: id, sequence: version, data });
}

function contactSnapshot(contact: Contact): EventData<'hall.cases.contact.recorded.v1'> {
  const { id: contactId, windowId, channel, firstOfficerId, ownerId, receivedAt } = contact;
  return { contactId, windowId, channel, firstOfficerId, ownerId, receivedAt: iso(receivedAt) };
}

function ofContact<T extends EventType>(type: T, contact: Contact, data: EventData<T>): Publication {
  const { hallCode, id, version } = contact;
  return publication({ type, hallCode, aggregateId: id, sequence: version, data });
}

function ofMatter(
  type: 'hall.cases.major-matter.reported.v1' | 'hall.cases.major-matter.answered.v1',
  matter: MajorMatter,
  sequence: number,
): Publication {
  const {
    hallCode,
    id: matterId,
    kind,
    caseId,
    reportedById,
    reportedAt,
    reportedInTime,
    answeredById,
    answeredAt,
  } = matter;
  const data = {
    matterId,
    kind,
    caseId,
    reportedById,
    reportedAt: iso(reportedAt),
    reportedInTime,
    answeredById,
    answeredAt: iso(answeredAt),
  };
  return publication({ type, hallCode, aggregateId: matterId, sequence, data });
}

/** What was rated and how; never what the visitor wrote. */
function ofRating(
  type: 'hall.cases.rating.given.v1' | 'hall.cases.rating.answered.v1',
  rating: Rating,
  sequence: number,
): Publication {
  const { hallCode, id: ratingId, subject, subjectId, windowId, staffId, level, ratedAt, finding, answeredAt } = rating;
  const data = {
    ratingId,
    subject,
    subjectId,
    windowId,
    staffId,
    level,
    ratedAt: iso(ratedAt),
    finding,
    answeredAt: iso(answeredAt),
  };
  return publication({ type, hallCode, aggregateId: ratingId, sequence, data });
}

/** Which facts leave cases, and as what. */
export function toPublication(fact: CaseFact): Publication {
  switch (fact.kind) {
    case 'ITEM_PUBLISHED': {
      const { hallCode, id: itemId, code, name, departmentId, handlingType, windowIds, current } = fact.item;
      const data = {
        itemId,
        code,
        name,
        departmentId,
        versionNumber: current.number,
        handlingType,
        windowIds: [...windowIds],
      };
      return publication({
        type: 'hall.cases.service-item.published.v1',
        hallCode,
        aggregateId: itemId,
        sequence: current.number,
        data,
      });
    }
    case 'ITEM_RETIRED': {
      const { hallCode, itemId, code, reason, versionNumber } = fact;
      const data = { itemId, code, reason };
      const type = 'hall.cases.service-item.retired.v1';
      return publication({ type, hallCode, aggregateId: itemId, sequence: versionNumber + 1, data });
    }
    case 'CONTACT_RECORDED':
      return ofContact('hall.cases.contact.recorded.v1', fact.contact, contactSnapshot(fact.contact));
    case 'CONTACT_CHANGED': {
      const { contact, changeKind, referral } = fact;
      return ofContact('hall.cases.contact.changed.v1', contact, {
        ...contactSnapshot(contact),
        turn: changeKind,
        outcome: contact.outcome,
        referralCount: contact.referralCount,
        referralId: referral?.id ?? null,
        toWindowId: referral?.toWindowId ?? null,
      });
    }
    case 'GUIDES_OUT': {
      const { hallCode, id, windowId, itemId, ownerId, at } = fact;
      const type = 'hall.cases.guides.ran-out.v1';
      return publication({
        type,
        hallCode,
        aggregateId: id,
        sequence: 1,
        data: { windowId, itemId, ownerId, at: iso(at) },
      });
    }
    case 'REFERRAL_IGNORED': {
      const { referral, ignoredById } = fact;
      const { hallCode, id: referralId, contactId, toWindowId, offeredById, alertAt } = referral;
      const data = { referralId, contactId, toWindowId, offeredById, ignoredById, at: iso(alertAt) };
      const type = 'hall.cases.referral.ignored.v1';
      return publication({ type, hallCode, aggregateId: referralId, sequence: 1, data });
    }
    case 'CASE_ACCEPTED':
      return ofCase('hall.cases.case.accepted.v1', fact.current, snapshot(fact.current));
    case 'RESPONSIBLE_CHANGED': {
      const { current, previousResponsibleId, cause } = fact;
      return ofCase('hall.cases.case.responsible-changed.v1', current, {
        ...snapshot(current),
        previousResponsibleId,
        cause,
      });
    }
    case 'CASE_DECIDED':
      return ofCase('hall.cases.case.decided.v2', fact.current, {
        ...snapshot(fact.current),
        closedSteps: fact.closedSteps.map(({ id: stepId, place, name }) => ({ stepId, place, name })),
      });
    case 'CASE_COMPLETED':
      return ofCase('hall.cases.case.completed.v1', fact.current, snapshot(fact.current));
    case 'CASE_CHANGED': {
      const { current, changeKind, clause } = fact;
      return ofCase('hall.cases.case.changed.v1', current, { ...snapshot(current), turn: changeKind, clause });
    }
    case 'NOTICE_RULE_BROKEN': {
      const { current, noticeNumber, signedById } = fact;
      return ofCase('hall.cases.notice.rule-broken.v1', current, { caseId: current.id, noticeNumber, signedById });
    }
    case 'DEADLINE_LEVEL_REACHED':
      return levelReached('hall.cases.deadline.level-reached.v1', fact.reached);
    case 'LEVEL_CORRECTED': {
      const { hallCode, corrected } = fact;
      const { id, deadlineId, subject, caseId: ownerId, level, at, answerableId, previousId } = corrected;
      const type = 'hall.cases.deadline.level-corrected.v1';
      const data = { deadlineId, subject, ownerKind: 'CASE', ownerId, answerableId, level, at: iso(at), previousId };
      return publication({ type, hallCode, aggregateId: deadlineId, sequence: Number(id), data });
    }
    case 'DEADLINE_MOVED':
      return deadlineMoved('hall.cases.deadline.moved.v1', fact.moved);
    case 'APPLICANT_REVEALED': {
      const { current, officerId, sequence } = fact;
      const { hallCode, id: caseId } = current;
      const type = 'hall.cases.applicant.revealed.v1';
      return publication({ type, hallCode, aggregateId: caseId, sequence, data: { caseId, officerId } });
    }
    case 'MAJOR_MATTER_REPORTED':
      return ofMatter('hall.cases.major-matter.reported.v1', fact.matter, 1);
    case 'MAJOR_MATTER_ANSWERED':
      return ofMatter('hall.cases.major-matter.answered.v1', fact.matter, 2);
    case 'SERVICE_RATED':
      return ofRating('hall.cases.rating.given.v1', fact.rating, 1);
    case 'RATING_ANSWERED':
      return ofRating('hall.cases.rating.answered.v1', fact.rating, 2);
  }
}
