import type { Counting } from '@hall/kernel';
import { createActs } from '@hall/platform/use-case';
import type { MajorMatter } from '../../domain/major-matters/major-matter';
import { refuse } from '../../domain/refusals';
import { findCounting } from '../cases/change-case';
import { finishDeadline } from '../deadlines/single-deadline';
import type { CasePorts } from '../ports';

/** The shell of every act on a major matter; an answer ends its deadline. */
export const matterAct = createActs<CasePorts, MajorMatter, { readonly counting: Counting }, MajorMatter>({
  notFound: () => refuse('MATTER_NOT_FOUND'),
  lock: (ports, tx, key) => ports.majorMatters.lockMatter(tx, key),
  prepare: async (ports, tx, hallCode) => ({ counting: await findCounting(ports, tx, hallCode) }),
  async save({ ports, tx, current, counting, now }, matter, command) {
    await ports.majorMatters.updateMatter(tx, matter);
    await finishDeadline(ports, tx, current, counting, now);
    await ports.publish(tx, command, [{ kind: 'MAJOR_MATTER_ANSWERED', matter }]);
  },
});
