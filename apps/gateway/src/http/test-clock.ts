import { ACTOR_HEADER, anonymousActor, CORRELATION_HEADER, type ActorSigner } from '@hall/platform/actor';
import { TEST_CLOCK_PATH } from '@hall/platform/http';
import type { SubgraphClient } from '../engine';

/**
 * Moves every subgraph to an instant and lets each fire what became due. First all are moved, then all fire: an event
 * of one must not meet another that still lives in the past.
 *
 * @throws Error naming the subgraph that did not follow.
 */
export async function moveSubgraphClocks(
  clients: Iterable<SubgraphClient>,
  signer: ActorSigner,
  now: Date,
  correlationId: string,
): Promise<void> {
  const subgraphs = [...clients];
  const headers = {
    [ACTOR_HEADER]: await signer.sign(anonymousActor('en')),
    [CORRELATION_HEADER]: correlationId,
  };
  for (const fire of [false, true]) {
    const answers = await Promise.all(
      subgraphs.map((client) => client.postTo(TEST_CLOCK_PATH, { now: now.toISOString(), fire }, headers)),
    );
    answers.forEach(({ status, text }, index) => {
      if (status === 200) return;
      throw new Error(
        `${subgraphs[index]?.settings.name} did not take the test clock: ${status} ${text.slice(0, 200)}`,
      );
    });
  }
}
