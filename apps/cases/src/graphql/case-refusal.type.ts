import { mutationResultWith, refusalType } from '@hall/platform/graphql';
import { caseRefusals } from '../domain/refusals';

/** The one refusal type of this service. */
export const CaseRefusal = refusalType('CaseRefusal', '办件方面的业务不予 / A “no” of cases');

/** Answers a mutation with the changed thing or this service’s refusal. */
export const toMutationResult = mutationResultWith(CaseRefusal, caseRefusals);
