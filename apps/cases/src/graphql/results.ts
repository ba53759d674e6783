import { mutationResults } from '@hall/platform/graphql';
import { caseRefusals } from '../domain/refusals';
import type { CaseLoaders } from './loaders';

/** How the mutations of this service answer. */
export const { act, refused, resultOf, toMutationResult } = mutationResults<CaseLoaders>(
  'CaseRefusal',
  '办件方面的业务不予 / A “no” of cases',
  caseRefusals,
  { case: 'allowedActions' },
  {
    status: 'CaseStatus',
    action: 'CaseActionName',
    chosen: 'DeliveryMethod',
    method: 'DeliveryMethod',
    groups: 'PriorityGroup',
  },
);
