import { mutationResults } from '@hall/platform/graphql';
import { staffingRefusals } from '../domain/refusals';
import type { StaffingLoaders } from './loaders';

/** How the mutations of this service answer. */
export const { act, refused, resultOf, toMutationResult } = mutationResults<StaffingLoaders>(
  'StaffingRefusal',
  '岗位与人员方面的业务不予 / A “no” of staffing',
  staffingRefusals,
  {},
  { status: 'ConductStatus' },
);
