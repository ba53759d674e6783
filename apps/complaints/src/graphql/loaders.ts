import type { Clock, HallKey } from '@hall/kernel';
import type { Actor } from '@hall/platform/actor';
import { entityLoader, listLoader } from '@hall/platform/graphql';
import type { SubgraphContext } from '@hall/platform/graphql';
import type { ComplaintPorts } from '../use-cases/ports';
import type { ComplaintQueries, OfComplaint } from '../persistence/register/complaint-queries';
import { viewerOf } from '../domain/register/viewer';
import { toActionType, toComplainantType, toComplaintType } from './register/to-complaint';

const self = <Row extends HallKey>(row: Row): HallKey => row;
const complaintOf = <Row extends OfComplaint<object>>({ hallCode, complaintId }: Row): HallKey => ({
  hallCode,
  id: complaintId,
});

/** The loaders of one request; all of them read as its actor. */
export function createLoaders(queries: ComplaintQueries, actor: Actor) {
  const reader = viewerOf(actor);
  return {
    complaint: entityLoader((keys) => queries.complaints(reader, keys), self, toComplaintType),
    complainant: entityLoader((keys) => queries.complainants(keys), complaintOf, toComplainantType),
    actions: listLoader((keys) => queries.actions(keys), complaintOf, toActionType),
  };
}

/** See {@link createLoaders}. */
export type ComplaintLoaders = ReturnType<typeof createLoaders>;
/** What a resolver of this service is given. */
export type ComplaintContext = SubgraphContext<ComplaintLoaders>;

/** What the resolvers of this service are made of. */
export interface ComplaintParts {
  readonly ports: ComplaintPorts;
  readonly queries: ComplaintQueries;
  readonly clock: Clock;
}
