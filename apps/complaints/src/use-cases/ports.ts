import type { DefaultValues } from '@hall/contracts';
import type { Clock } from '@hall/kernel';
import type { DeadlineStore } from '@hall/platform/deadlines';
import type { Cipher, KeyedHash } from '@hall/platform/privacy';
import type { Publish } from '@hall/platform/publishing';
import type { RunUseCase } from '@hall/platform/use-case';
import type { ComplaintFact } from '../domain/facts';

/** Everything that the use cases of this service need from outside. */
export interface ComplaintPorts {
  readonly run: RunUseCase;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Seals complainants. */
  readonly cipher: Cipher;
  /** Stands for whoever complained. */
  readonly hash: KeyedHash;
  readonly deadlines: DeadlineStore;
  /** The numbers of the regulation's defaults that hold here. */
  readonly settings: DefaultValues;
  readonly publish: Publish<ComplaintFact>;
}
