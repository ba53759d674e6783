import type { EscalationLevel, LevelInstant, StoredDeadline } from '@hall/kernel';
import type { Case, CaseChangeKind } from './cases/case';
import type { CaseStep } from './cases/steps';
import type { GuidePlace } from './catalogue/guide-stock';
import type { ServiceItem } from './catalogue/service-item';
import type { Contact } from './contacts/contact';
import type { Referral } from './contacts/referral';
import type { DeadlineSubject } from './deadlines/subjects';
import type { MajorMatter } from './major-matters/major-matter';
import type { Rating } from './ratings/rating';

/** What has become true in cases. `messaging/publications.ts` says which facts leave the service, and as what. */
export type CaseFact =
  | { readonly kind: 'ITEM_PUBLISHED'; readonly item: ServiceItem }
  | {
      readonly kind: 'ITEM_RETIRED';
      readonly hallCode: string;
      readonly itemId: string;
      readonly versionNumber: number;
      readonly code: string;
      readonly reason: string;
    }
  | (GuidePlace & { readonly kind: 'GUIDES_OUT'; readonly id: string; readonly ownerId: string; readonly at: Date })
  | { readonly kind: 'CONTACT_RECORDED'; readonly contact: Contact }
  | {
      readonly kind: 'CONTACT_CHANGED';
      readonly contact: Contact;
      readonly changeKind: ContactChangeKind;
      readonly referral?: Referral;
    }
  | { readonly kind: 'REFERRAL_IGNORED'; readonly referral: Referral; readonly ignoredById: string }
  | { readonly kind: 'CASE_ACCEPTED'; readonly current: Case }
  | {
      readonly kind: 'RESPONSIBLE_CHANGED';
      readonly current: Case;
      readonly previousResponsibleId: string;
      readonly cause: string;
    }
  | {
      readonly kind: 'CASE_DECIDED';
      readonly current: Case;
      /** Steps that were not passed on, and ended with it. */
      readonly closedSteps: readonly CaseStep[];
    }
  | { readonly kind: 'CASE_COMPLETED'; readonly current: Case }
  | {
      readonly kind: 'CASE_CHANGED';
      readonly current: Case;
      readonly changeKind: CaseChangeKind;
      readonly clause: string | null;
    }
  | {
      readonly kind: 'NOTICE_RULE_BROKEN';
      readonly current: Case;
      readonly noticeNumber: string;
      readonly signedById: string;
    }
  | {
      readonly kind: 'DEADLINE_LEVEL_REACHED';
      readonly reached: LevelInstant & { readonly deadline: StoredDeadline };
    }
  | { readonly kind: 'LEVEL_CORRECTED'; readonly hallCode: string; readonly corrected: LevelCorrection }
  | {
      readonly kind: 'DEADLINE_MOVED';
      readonly moved: { readonly deadline: StoredDeadline; readonly before: Date | null; readonly reason: string };
    }
  | {
      readonly kind: 'APPLICANT_REVEALED';
      readonly current: Case;
      readonly officerId: string;
      readonly sequence: number;
    }
  | { readonly kind: 'MAJOR_MATTER_REPORTED'; readonly matter: MajorMatter }
  | { readonly kind: 'MAJOR_MATTER_ANSWERED'; readonly matter: MajorMatter }
  | { readonly kind: 'SERVICE_RATED'; readonly rating: Rating }
  | { readonly kind: 'RATING_ANSWERED'; readonly rating: Rating };

/** A level that is charged to somebody else than before. */
export interface LevelCorrection {
  readonly id: string;
  readonly deadlineId: string;
  readonly caseId: string;
  readonly subject: DeadlineSubject;
  readonly level: EscalationLevel;
  readonly at: Date;
  readonly previousId: string;
  readonly answerableId: string;
}

/** What has happened to a contact after it was recorded. */
export type ContactChangeKind =
  | 'TOUCHED'
  | 'REFERRED'
  | 'ACKNOWLEDGED'
  | 'REFERRAL_RETURNED'
  | 'BOUNCED'
  | 'REFERRED_TO_DESK'
  | 'TAKEN_AT_DESK'
  | 'OWNER_CHANGED'
  | 'CLOSED';
