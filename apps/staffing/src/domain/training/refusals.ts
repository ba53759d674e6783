import type { RefusalCatalogue } from '@hall/kernel';

/** How a record of a training, or a receipt for duties, is refused. */
export const trainingRefusals = {
  TRAINING_IN_FUTURE: { clause: 'S2.4b', zh: '尚未举行的培训不能记录', en: 'A training is recorded after it was held' },
  DUTIES_OF_OTHERS: {
    clause: 'S2.4a',
    zh: '只有该岗位的A岗、B岗阅知其职责',
    en: 'Only lead and deputy confirm the duties',
  },
  DUTIES_READ: { clause: 'S2.4a', zh: '您已阅知现行职责', en: 'You have confirmed these duties already' },
} as const satisfies RefusalCatalogue;
