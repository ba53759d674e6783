import { createUnionType } from 'type-graphql';
import { ComplaintRefusal } from './complaint-refusal.type';
import { ComplaintReceiptType, ComplaintType } from './types/complaint.type';

/** What `registerComplaint` answers. */
export const RegisterComplaintResult = createUnionType({
  name: 'RegisterComplaintResult',
  types: () => [ComplaintType, ComplaintReceiptType, ComplaintRefusal] as const,
});

/** What a mutation of a complaint answers. */
export const ComplaintResult = createUnionType({
  name: 'ComplaintResult',
  types: () => [ComplaintType, ComplaintRefusal] as const,
});
