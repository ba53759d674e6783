import { enumOf } from '@hall/platform/graphql';
import { deferralReasons } from '../../domain/cases/change-commitment';

/** Why an on-the-spot case is deferred. */
export const DeferralReasonEnum = enumOf(
  'DeferralReason',
  deferralReasons,
  '即办件未能当场办结的理由（A-07） / Why an on-the-spot case could not be finished on the spot',
  {
    SYSTEM_FAULT: '系统故障 / A system was down',
    ON_SITE_CHECK: '须实地核查 / Something has to be looked at on site',
    OTHER_BODY_REPLY: '须其他单位核实 / Another body has to confirm',
    JOINT_DELIBERATION: '须集体研究 / It has to be deliberated jointly',
    APPLICANT_REQUEST: '申请人要求 / The applicant asked for it',
    OTHER: '其他，在说明中写明 / Another, given in words',
  },
);
