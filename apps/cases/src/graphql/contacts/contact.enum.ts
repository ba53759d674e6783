import { enumOf, enumOfTexts } from '@hall/platform/graphql';
import { consultationModes, contactChannels, contactOutcomes } from '../../domain/contacts/contact';
import { contactActs, referralActs } from '../../domain/contacts/offered-actions';
import { priorityGroups, queueActKinds, ticketActs, ticketStates } from '../../domain/contacts/queue';
import { referralStates } from '../../domain/contacts/referral';

export const ContactChannelEnum = enumOf(
  'ContactChannel',
  contactChannels,
  '窗口、电话、信函、网上 / How a visitor reached the hall',
  { WINDOW: '窗口 / At a window', PHONE: '电话 / By telephone', LETTER: '信函 / By letter', ONLINE: '网上 / Online' },
);

export const ContactOutcomeEnum = enumOf(
  'ContactOutcome',
  contactOutcomes,
  '解答、服务、受理、导办（S2.1b） / How a contact ended',
  {
    ANSWERED: '解答 / Answered',
    SERVED: '服务 / Served',
    ACCEPTED: '受理 / An application was accepted',
    REFERRED: '导办至大厅以外的机关（A-16） / Guided to a body outside the hall',
  },
);

export const AnswerOutcomeEnum = enumOf(
  'AnswerOutcome',
  ['ANSWERED', 'SERVED'] as const,
  '解答、服务（S2.1b） / How a contact is ended by an answer',
  { ANSWERED: '解答 / Answered', SERVED: '不仅解答，还办了事 / Not only answered: something was done' },
);

export const ReferralStateEnum = enumOf('ReferralState', referralStates, '导办状态 / Where a referral stands', {
  OFFERED: '待接收 / Waits to be acknowledged',
  ACKNOWLEDGED: '已接收，责任随之转移 / Acknowledged; responsibility has moved',
  RETURNED: '逾时未接收，已退回（A-06） / Not acknowledged in time; returned',
});

export const PriorityGroupEnum = enumOf(
  'PriorityGroup',
  priorityGroups,
  '可优先叫号的人群（A-03） / The only groups that may go before others',
  {
    ELDERLY: '60 岁以上老人 / 60 and older',
    DISABLED: '残疾人 / Disabled',
    PREGNANT: '孕妇 / Pregnant',
    WITH_INFANT: '携带婴儿 / With an infant',
    SERVING_SOLDIER: '现役军人 / Serving soldier',
  },
);

export const ConsultationModeEnum = enumOf(
  'ConsultationMode',
  consultationModes,
  '告知方式（S4.3b、S4.3d） / How a client was told',
  {
    ORAL: '口头讲解（S4.3d） / Explained orally',
    SHOWN: '出示材料清单 / The list was shown',
    PRINTED: '交付办事须知卡（S4.3b） / The note card was handed over',
    ELECTRONIC: '发送电子指南（A-15） / The guide was sent electronically',
  },
);

export const ContactFollowUpKindEnum = enumOf(
  'ContactFollowUpKind',
  ['REVISITED', 'TAKEN_OVER', 'ENDED'] as const,
  '接待中的变动 / What happened to a contact later',
  {
    REVISITED: '同日再次来访（A-06） / The client came again that day',
    ENDED: '再次来访前的结果（A-06） / How the visit before ended',
    TAKEN_OVER: '随岗位转移，换人负责（S5.2a） / Its owner’s post passed to somebody else',
  },
);

export const TicketStateEnum = enumOf(
  'TicketState',
  ticketStates,
  '排队号的状态（S1.2j） / How a place in a queue stands',
  {
    WAITING: '等候 / Waits',
    CALLED: '已叫 / Called',
    NO_SHOW: '过号 / Nobody came',
  },
);

export const QueueActKindEnum = enumOf('QueueActKind', queueActKinds, '叫号事由 / What a window did with a place', {
  CALLED: '叫号 / Called',
  RECALLED: '重呼 / Called again',
  NO_SHOW: '过号 / Nobody came',
});

/** The acts of its table, as the domain lists them. */
export const ContactActionNameEnum = enumOfTexts(
  'ContactActionName',
  '可对接待做的操作，与变更同名 / What can be done with a contact; called as the mutations are',
  contactActs,
);
/** The acts of its table, as the domain lists them. */
export const ReferralActionNameEnum = enumOfTexts(
  'ReferralActionName',
  '可对导办做的操作，与变更同名 / What can be done with a referral; called as the mutations are',
  referralActs,
);
/** The acts of its table, as the domain lists them. */
export const QueueTicketActionNameEnum = enumOfTexts(
  'QueueTicketActionName',
  '可对排队号做的操作，与变更同名 / What can be done with a place in a queue; called as the mutations are',
  ticketActs,
);
