import type { Clock } from '@hall/kernel';
import type { Logger } from '@hall/platform/logging';
import type { DocumentQueries } from '../persistence/cases/document-queries';
import type { ItemQueries } from '../persistence/catalogue/item-queries';
import type { ListQueries } from '../persistence/cases/list-queries';
import type { DocumentLinks } from './document-links';

/** What the documents of this service are made from. */
export interface DocumentSources {
  readonly documents: DocumentQueries;
  readonly items: ItemQueries;
  readonly lists: ListQueries;
  readonly links: DocumentLinks;
  readonly clock: Clock;
  /** Where everybody reaches these pages (`HALL_PUBLIC_URL`); without it, codes on paper carry numbers only. */
  readonly publicUrl: string | undefined;
  readonly logger: Logger;
}
