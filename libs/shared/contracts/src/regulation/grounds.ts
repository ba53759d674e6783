import type { GroundOfComplaint } from './clause';

/** The seven grounds of complaint (S6.3b); the last one catches the rest. */
export const groundsOfComplaint: readonly GroundOfComplaint[] = [
  {
    id: 'g1',
    code: 'IMPROPER_GAIN_OR_CHARGE',
    zh: '吃、拿、卡、要等现象和乱收费的',
    en: 'Taking or demanding favours, or charging arbitrarily',
  },
  {
    id: 'g2',
    code: 'NOT_TOLD_ONCE',
    zh: '接待过程中，没有对前来办事的人员一次性讲清有关办理事项，让办事人员多跑、空跑的',
    en: 'Not telling everything at once, so that people had to come again or came in vain',
  },
  { id: 'g3', code: 'DISCOURTESY', zh: '接待不热情、不文明，与其发生争执的', en: 'Being cold, uncivil or quarrelsome' },
  {
    id: 'g4',
    code: 'SHIRKING_OR_ABSENCE',
    zh: '工作中故意推诿、不履行职责，在规定时间内擅自离开岗位，严重影响办事的',
    en: 'Passing the buck on purpose, not doing one’s duty, or leaving the post in set hours, to the serious harm of service',
  },
  { id: 'g5', code: 'LOST_MATERIALS', zh: '遗失有关资料的', en: 'Losing materials' },
  {
    id: 'g6',
    code: 'UNLAWFUL_OR_OVERDUE',
    zh: '不依法办事，随意解释政策法规，未按规定期限办理的',
    en: 'Not acting by law, reading policies arbitrarily, or not finishing within the set limit',
  },
  { id: 'g7', code: 'OTHER', zh: '其它产生不良影响的', en: 'Anything else with a bad effect' },
];
