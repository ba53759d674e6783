import type { Clock } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { CasePorts } from '../use-cases/ports';
import type { DocumentLinks } from '../http/document-links';
import type { AlertQueries } from '../persistence/deadlines/alert-queries';
import type { CaseQueries } from '../persistence/cases/case-queries';
import type { ContactQueries } from '../persistence/contacts/contact-queries';
import type { FrontDeskQueries } from '../persistence/contacts/front-desk-queries';
import type { MajorMatterQueries } from '../persistence/major-matters/major-matter-queries';
import type { DocumentQueries } from '../persistence/cases/document-queries';
import type { ItemQueries } from '../persistence/catalogue/item-queries';
import type { ListQueries } from '../persistence/cases/list-queries';
import type { ReportQueries } from '../persistence/reports/report-queries';
import type { RatingQueries } from '../persistence/ratings/rating-queries';

/** The read side of this service. */
export interface Queries {
  readonly database: Database;
  readonly alerts: AlertQueries;
  readonly cases: CaseQueries;
  readonly contacts: ContactQueries;
  readonly frontDesk: FrontDeskQueries;
  readonly items: ItemQueries;
  readonly lists: ListQueries;
  readonly majorMatters: MajorMatterQueries;
  readonly ratings: RatingQueries;
  readonly reports: ReportQueries;
  readonly documents: DocumentQueries;
  readonly links: DocumentLinks;
}

/** What the resolvers of this service are made of. */
export interface CaseParts {
  readonly ports: CasePorts;
  readonly queries: Queries;
  readonly clock: Clock;
  /** Where everybody reaches the hall's pages (`HALL_PUBLIC_URL`); nothing when that has not been said. */
  readonly publicUrl: string | undefined;
}
