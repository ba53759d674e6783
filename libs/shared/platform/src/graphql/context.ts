import type { Actor, Viewer } from '../actor';
import type { Locale } from '@hall/kernel';
import type { ActAudience } from '../use-case';

/** What every resolver of a subgraph is given: who asks, in which language, and the loaders of this request. */
export interface SubgraphContext<Loaders = unknown> {
  readonly actor: Actor;
  /** Who asks, with those roles alone that count here: whatever is read for staff is read as them. */
  readonly viewer: Viewer;
  readonly correlationId: string;
  readonly locale: Locale;
  /** What makes sending this request again harmless, when the client says so; each mutation in it has one of its own. */
  readonly idempotencyKey?: string;
  /** In a mutation that is not for everybody: for whom it is. */
  readonly audience?: ActAudience;
  /** Loaders live as long as one request, so nobody ever reads what was loaded for somebody else. */
  readonly loaders: Loaders;
}
