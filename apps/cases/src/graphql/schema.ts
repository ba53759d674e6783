import { ExplanationResolver } from '@hall/platform/deadline-graph';
import { buildSubgraph, offersBy } from '@hall/platform/graphql';
import type { Subgraph } from '@hall/platform/graphql';
import { AlertResolver } from './deadlines/alert.resolver';
import { WaitingResolver } from './deadlines/waiting.resolver';
import {
  CaseFieldsResolver,
  NoticeFieldsResolver,
  DefectFieldsResolver,
  MaterialFieldsResolver,
} from './cases/case-fields.resolver';
import { JointTaskResolver } from './cases/joint-task.resolver';
import { StandstillResolver } from './cases/standstill.resolver';
import { CaseHandlingResolver } from './cases/case-handling.resolver';
import { CaseIntakeResolver } from './cases/case-intake.resolver';
import { CaseResolver } from './cases/case.resolver';
import { ContactResolver } from './contacts/contact.resolver';
import { FrontDeskResolver, QueueTicketFieldsResolver } from './contacts/front-desk.resolver';
import { ItemResolver } from './catalogue/item.resolver';
import { GuideStockResolver } from './catalogue/guide-stock.resolver';
import { ItemToCompleteResolver } from './catalogue/item-to-complete.resolver';
import { ContactRatingResolver, RatingResolver } from './ratings/rating.resolver';
import { ReportResolver } from './reports/report.resolver';
import { MajorMatterResolver } from './major-matters/major-matter.resolver';
import { OverviewResolver } from './cases/overview.resolver';
import type { CaseLoaders } from './loaders';
import { partOf } from './offers';
import type { CaseParts } from './queries';
import { CaseActionNameEnum } from './cases/case.enum';
import { CaseType } from './cases/case.type';
import {
  CorrectionNoticeType,
  NoticeActionNameEnum,
  RejectionActionNameEnum,
  RejectionReportType,
} from './cases/paper.type';
import { ContactActionNameEnum, QueueTicketActionNameEnum, ReferralActionNameEnum } from './contacts/contact.enum';
import { ContactType, ReferralType } from './contacts/contact.type';
import { QueueTicketType } from './contacts/front-desk.type';
import { MajorMatterActionNameEnum, MajorMatterType } from './major-matters/major-matter.type';
import { ServiceRatingActionNameEnum, ServiceRatingType } from './ratings/rating.type';

const offers = offersBy<CaseLoaders>();

/** The schema of this service: its resolvers, and how the gateway looks its entities up. */
export function createCasesSubgraph(parts: CaseParts): Subgraph {
  return buildSubgraph({
    resolvers: [
      CaseResolver,
      CaseIntakeResolver,
      CaseHandlingResolver,
      CaseFieldsResolver,
      offers(CaseType, 'allowedActions', CaseActionNameEnum),
      offers(CorrectionNoticeType, 'noticeActions', NoticeActionNameEnum, ({ caseId, number }) =>
        partOf(caseId, number),
      ),
      offers(RejectionReportType, 'rejectionActions', RejectionActionNameEnum, ({ caseId }) => caseId),
      offers(ContactType, 'contactActions', ContactActionNameEnum),
      offers(ReferralType, 'referralActions', ReferralActionNameEnum, ({ contactId, id }) => partOf(contactId, id)),
      offers(QueueTicketType, 'ticketActions', QueueTicketActionNameEnum),
      offers(MajorMatterType, 'matterActions', MajorMatterActionNameEnum),
      offers(ServiceRatingType, 'ratingActions', ServiceRatingActionNameEnum),
      JointTaskResolver,
      StandstillResolver,
      ExplanationResolver,
      NoticeFieldsResolver,
      MaterialFieldsResolver,
      DefectFieldsResolver,
      ItemResolver,
      ContactResolver,
      FrontDeskResolver,
      QueueTicketFieldsResolver,
      MajorMatterResolver,
      OverviewResolver,
      AlertResolver,
      WaitingResolver,
      GuideStockResolver,
      ItemToCompleteResolver,
      ReportResolver,
      RatingResolver,
      ContactRatingResolver,
    ],
    parts,
    references: {
      Case: 'case',
      ServiceItem: 'item',
    },
  });
}
