import type { Clock, HallKey } from '@hall/kernel';
import type { Actor } from '@hall/platform/actor';
import { entityLoader, listLoader } from '@hall/platform/graphql';
import type { SubgraphContext } from '@hall/platform/graphql';
import type { ComplaintPorts } from '../use-cases/ports';
import type { ComplaintQueries, OfComplaint } from '../persistence/register/complaint-queries';
import type { StatisticsQueries } from '../persistence/statistics/statistics-queries';
import { viewerOf } from '../domain/register/viewer';
import { toActionType, toComplainantType, toComplaintType } from './register/to-complaint';

const self = <Row extends HallKey>(row: Row): HallKey => row;
const complaintOf = <Row extends OfComplaint<object>>({ hallCode, complaintId }: Row): HallKey => ({
  hallCode,
  id: complaintId,
});

/** The read sides of this service. */
export interface ComplaintReads {
  readonly register: ComplaintQueries;
  readonly statistics: StatisticsQueries;
}

/** The loaders of one request; all of them read as its actor. */
export function createLoaders({ register }: ComplaintReads, actor: Actor) {
  const reader = viewerOf(actor);
  return {
    complaint: entityLoader((keys) => register.complaints(reader, keys), self, toComplaintType),
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
