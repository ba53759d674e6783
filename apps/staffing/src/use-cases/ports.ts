import type { DefaultValues } from '@hall/contracts';
import type { Clock } from '@hall/kernel';
import type { Publish } from '@hall/platform/publishing';
import type { RunUseCase } from '@hall/platform/use-case';
import type { StaffingFact } from '../domain/facts';

/** Everything the use cases of staffing need from outside. */
export interface StaffingPorts {
  readonly run: RunUseCase;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The numbers of the regulation's defaults that hold here. */
  readonly settings: DefaultValues;
  readonly publish: Publish<StaffingFact>;
}
