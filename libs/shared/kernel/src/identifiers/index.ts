export { checkIdentityNumber } from './identity-number';
export type { IdentityNumberFault } from './identity-number';
export { checkCreditCode } from './credit-code';
export type { CreditCodeFault } from './credit-code';
