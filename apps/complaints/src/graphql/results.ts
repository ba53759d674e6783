import { mutationResults } from '@hall/platform/graphql';
import { complaintRefusals } from '../domain/refusals';
import type { ComplaintLoaders } from './loaders';

/** How the mutations of this service answer. */
export const { act, refused, resultOf, toMutationResult } = mutationResults<ComplaintLoaders>(
  'ComplaintRefusal',
  '投诉方面的业务不予 / A “no” of complaints',
  complaintRefusals,
  { complaint: 'allowedActions' },
  { status: 'ComplaintStatus' },
);
