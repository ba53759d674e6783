import { mutationResultWith, refusalType } from '@hall/platform/graphql';
import { staffingRefusals } from '../domain/refusals';

/** The one refusal type of this service. */
export const StaffingRefusal = refusalType('StaffingRefusal', '岗位与人员方面的业务不予 / A “no” of staffing');

/** Answers a mutation with the changed thing or this service’s refusal. */
export const toMutationResult = mutationResultWith(StaffingRefusal, staffingRefusals);
