import type { RefusalCatalogue } from '@hall/kernel';

/** How a rating, or the answer to one, is refused. */
export const ratingRefusals = {
  RATED_SERVICE_NOT_FOUND: {
    zh: '没有该接待或办件，或评价码（查询码）不符',
    en: 'No such contact or case, or the code is another’s',
  },
  RATED_TOO_EARLY: { clause: 'S3.1a', zh: '办件有结果后方可评价', en: 'A case is rated when its outcome is known' },
  RATED_BEFORE: { clause: 'S2.2a', zh: '该次服务已经评价', en: 'This service has been rated already' },
  RATE_OWN_SERVICE: { clause: 'S2.2a', zh: '不能评价自己的服务', en: 'Nobody rates their own service' },
  RATING_NOT_FOUND: { zh: '没有该评价', en: 'No such rating' },
  RATING_NEEDS_NO_ANSWER: { clause: 'S2.2a', zh: '只有差评需要核查反馈', en: 'Only a bad rating is looked into' },
  RATING_ANSWERED: { clause: 'S2.2a', zh: '该评价已核查反馈', en: 'This rating has been answered' },
  ANSWER_OWN_RATING: {
    clause: 'S2.2a',
    zh: '不能核查对自己的评价',
    en: 'Nobody looks into a rating about themselves',
  },
} as const satisfies RefusalCatalogue;
