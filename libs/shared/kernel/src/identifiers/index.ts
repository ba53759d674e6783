export { checkIdentityNumber } from './identity-number';
export type { IdentityNumberCheck, IdentityNumberFault, IdentityNumberWarning } from './identity-number';
export { checkCreditCode } from './credit-code';
export type { CreditCodeCheck, CreditCodeFault } from './credit-code';
