import { buildSubgraph } from '@hall/platform/graphql';
import type { Subgraph } from '@hall/platform/graphql';
import type { Clock } from '@hall/kernel';
import type { CasePorts } from '../use-cases/ports';
import { AlertResolver } from './deadlines/alert.resolver';
import {
  CaseFieldsResolver,
  NoticeFieldsResolver,
  RefusalFieldsResolver,
  SlipFieldsResolver,
} from './cases/case-fields.resolver';
import { CaseHandlingResolver } from './cases/case-handling.resolver';
import { CaseIntakeResolver } from './cases/case-intake.resolver';
import { CaseResolver } from './cases/case.resolver';
import {
  CaseCommitmentResolver,
  ExplanationResolver,
  StepCommitmentResolver,
  TaskCommitmentResolver,
} from './deadlines/commitment.resolver';
import { ContactResolver } from './contacts/contact.resolver';
import { FrontDeskResolver } from './contacts/front-desk.resolver';
import { ItemResolver } from './catalogue/item.resolver';
import { GuideStockResolver } from './catalogue/guide-stock.resolver';
import { ContactRatingResolver, RatingResolver } from './ratings/rating.resolver';
import { ReportResolver } from './reports/report.resolver';
import type { CaseContext } from './loaders';
import { MajorMatterResolver } from './major-matters/major-matter.resolver';
import { OverviewResolver } from './cases/overview.resolver';
import type { Queries } from './queries';

/** The schema of this service: its resolvers, and how the gateway looks its entities up. */
export function createCasesSubgraph(ports: CasePorts, queries: Queries, clock: Clock): Subgraph {
  const instances = [
    new CaseResolver(ports, queries, clock),
    new CaseIntakeResolver(ports),
    new CaseHandlingResolver(ports),
    new CaseFieldsResolver(ports),
    new CaseCommitmentResolver(clock),
    new StepCommitmentResolver(clock),
    new TaskCommitmentResolver(clock),
    new ExplanationResolver(clock),
    new SlipFieldsResolver(queries),
    new NoticeFieldsResolver(queries),
    new RefusalFieldsResolver(queries),
    new ItemResolver(ports, queries),
    new ContactResolver(ports, queries),
    new FrontDeskResolver(ports, queries, clock),
    new MajorMatterResolver(ports, queries, clock),
    new OverviewResolver(queries, clock),
    new AlertResolver(queries),
    new GuideStockResolver(ports, queries, clock),
    new ReportResolver(ports, queries, clock),
    new RatingResolver(ports, queries, clock),
    new ContactRatingResolver(queries),
  ];
  return buildSubgraph({
    instances,
    references: {
      Case: ({ id }: { id: string }, { loaders }: CaseContext) => loaders.case.load(id),
      ServiceItem: ({ id }: { id: string }, { loaders }: CaseContext) => loaders.item.load(id),
    },
  });
}
