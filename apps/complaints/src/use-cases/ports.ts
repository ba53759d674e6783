import type { DefaultValues } from '@hall/contracts';
import type { Clock } from '@hall/kernel';
import type { DeadlineStore } from '@hall/platform/deadlines';
import type { Publish } from '@hall/platform/publishing';
import type { RunUseCase } from '@hall/platform/use-case';
import type { ComplaintFact } from '../domain/facts';
import type { createComplaintStore } from '../persistence/register/complaint-store';
import type { directoryStore } from '../persistence/register/directory-store';

/** Everything that the use cases of this service work with; `app.ts` puts it together. */
export interface ComplaintPorts {
  readonly run: RunUseCase;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly directory: typeof directoryStore;
  readonly complaints: ReturnType<typeof createComplaintStore>;
  readonly deadlines: DeadlineStore;
  /** The numbers of the regulation's defaults that hold here. */
  readonly settings: DefaultValues;
  readonly publish: Publish<ComplaintFact>;
}
