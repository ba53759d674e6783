import { createUnionType } from 'type-graphql';
import { ComplaintRefusal } from './complaint-refusal.type';
import { ComplaintReceiptType, ComplaintType } from './register/complaint.type';

/** What `registerComplaint` answers. */
export const RegisterComplaintResult = createUnionType({
  name: 'RegisterComplaintResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [ComplaintType, ComplaintReceiptType, ComplaintRefusal] as const,
});

/** What a mutation of a complaint answers. */
export const ComplaintResult = createUnionType({
  name: 'ComplaintResult',
  description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
  types: () => [ComplaintType, ComplaintRefusal] as const,
});
