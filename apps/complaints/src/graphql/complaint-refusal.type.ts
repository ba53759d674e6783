import { mutationResultWith, refusalType } from '@hall/platform/graphql';
import { complaintRefusals } from '../domain/refusals';

/** The one refusal type of this service. */
export const ComplaintRefusal = refusalType('ComplaintRefusal', '投诉方面的业务不予 / A “no” of complaints');

/** Answers a mutation with the changed thing or this service’s refusal. */
export const toMutationResult = mutationResultWith(ComplaintRefusal, complaintRefusals);
