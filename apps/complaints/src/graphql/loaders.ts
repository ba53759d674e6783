import type { Clock, HallKey } from '@hall/kernel';
import type { Actor, Viewer } from '@hall/platform/actor';
import { createDeadlineLoaders } from '@hall/platform/deadline-graph';
import type { Database } from '@hall/platform/postgres';
import { derivedLoader, entityLoader, listLoader } from '@hall/platform/graphql';
import type { MayCall, SubgraphContext } from '@hall/platform/graphql';
import type { ComplaintPorts } from '../use-cases/ports';
import type { ComplaintQueries, OfComplaint } from '../persistence/register/complaint-queries';
import type { StatisticsQueries } from '../persistence/statistics/statistics-queries';
import { offeredActions } from '../domain/handling/handle-complaint';
import type { ComplaintActionName } from '../domain/handling/handle-complaint';
import { viewerOf } from '../domain/register/viewer';
import { toActionType, toComplainantType, toComplaintType } from './register/to-complaint';

const self = <Row extends HallKey>(row: Row): HallKey => row;
const complaintOf = <Row extends OfComplaint<object>>({ hallCode, complaintId }: Row): HallKey => ({
  hallCode,
  id: complaintId,
});

/** The read sides of this service. */
export interface ComplaintReads {
  readonly database: Database;
  readonly register: ComplaintQueries;
  readonly statistics: StatisticsQueries;
}

/** Who asks: as whom they read, and what they may call. */
interface Asking {
  readonly actor: Actor;
  readonly viewer: Viewer;
  readonly mayDo: MayCall;
}

/** The loaders of one request; all of them read as its actor. */
export function createLoaders({ database, register }: ComplaintReads, { actor, viewer, mayDo }: Asking, clock: Clock) {
  const rawComplaint = entityLoader(async (keys) => register.complaints(viewerOf(await viewer()), keys), self);
  return {
    ...createDeadlineLoaders(database, actor, clock),
    complaint: derivedLoader(rawComplaint, (row) => row && toComplaintType(row)),
    allowedActions: derivedLoader(rawComplaint, async (current): Promise<readonly ComplaintActionName[]> => {
      const { roles } = await viewer();
      return current ? offeredActions(current).filter((name) => mayDo(name, roles)) : [];
    }),
    complainant: entityLoader((keys) => register.complainants(keys), complaintOf, toComplainantType),
    actions: listLoader((keys) => register.actions(keys), complaintOf, toActionType),
  };
}

/** See {@link createLoaders}. */
export type ComplaintLoaders = ReturnType<typeof createLoaders>;
/** What a resolver of this service is given. */
export type ComplaintContext = SubgraphContext<ComplaintLoaders>;

/** What the resolvers of this service are made of. */
export interface ComplaintParts {
  readonly ports: ComplaintPorts;
  readonly reads: ComplaintReads;
  readonly clock: Clock;
}
