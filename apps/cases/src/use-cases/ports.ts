import type { DefaultValues } from '@hall/contracts';
import type { Clock } from '@hall/kernel';
import type { DeadlineStore } from '@hall/platform/deadlines';
import type { Publish } from '@hall/platform/publishing';
import type { RunUseCase } from '@hall/platform/use-case';
import type { CaseFact } from '../domain/facts';
import type { createCaseStore } from '../persistence/cases/case-store';
import type { createContactStore } from '../persistence/contacts/contact-store';
import type { createMajorMatterStore } from '../persistence/major-matters/major-matter-store';
import type { createRatingStore } from '../persistence/ratings/rating-store';

/** Everything that the use cases of this service work with; `app.ts` puts it together. */
export interface CasePorts {
  readonly run: RunUseCase;
  readonly clock: Clock;
  readonly newId: () => string;
  /** A keyed hash of personal data, to find a person again without storing it in the open. */
  readonly lookupHash: (text: string) => string;
  /** The code that is printed on a paper or shown at a window, to prove that somebody was there. */
  readonly printedCode: (of: string) => string;
  /** The numbers of the regulation's defaults that hold here. */
  readonly settings: DefaultValues;
  readonly contacts: ReturnType<typeof createContactStore>;
  readonly cases: ReturnType<typeof createCaseStore>;
  readonly deadlines: DeadlineStore;
  readonly majorMatters: ReturnType<typeof createMajorMatterStore>;
  readonly ratings: ReturnType<typeof createRatingStore>;
  readonly publish: Publish<CaseFact>;
}
