import { createActorVerifier } from '@hall/platform/actor';
import { json, startMiniHall, startRawSubgraph, type MiniHall, type RawSubgraph } from '../support';

const ten = '2026-11-23T10:00:00+08:00';

async function move(hall: MiniHall, payload: unknown): Promise<Response> {
  return fetch(new URL('/test/clock', hall.gateway.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
}

describe('POST /test/clock of the gateway', () => {
  let subgraphs: RawSubgraph[];
  let hall: MiniHall;
  beforeEach(async () => {
    subgraphs = await Promise.all([1, 2, 3].map(() => startRawSubgraph(json({ now: ten }))));
    const [cases, staffing, complaints] = subgraphs.map(({ url }) => url) as [string, string, string];
    hall = await startMiniHall({ testClock: '1', subgraphs: { cases, staffing, complaints } });
  });
  afterEach(async () => {
    await hall.close();
    await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
  });

  it('moves every subgraph before any of them fires, with the signature of the gateway', async () => {
    const order: unknown[] = [];
    for (const subgraph of subgraphs) {
      subgraph.answer((request, response, raw) => {
        order.push(request.body['fire']);
        json({ now: ten })(request, response, raw);
      });
    }
    const answer = await move(hall, { now: ten });
    expect([answer.status, await answer.json()]).toEqual([200, { now: ten }]);
    expect(order).toEqual([false, false, false, true, true, true]);
    const verifier = await createActorVerifier(hall.publicJwk);
    for (const { received } of subgraphs) {
      expect(received.map(({ path }) => path)).toEqual(['/test/clock', '/test/clock']);
      expect(received.map(({ body }) => Date.parse(String(body['now'])))).toEqual([Date.parse(ten), Date.parse(ten)]);
      expect(await verifier.verify(received[0]?.headers['x-hall-actor'])).toMatchObject({ roles: [] });
    }
  });

  it('fails when a subgraph does not follow', async () => {
    subgraphs[1]?.answer(json({}, 500));
    expect((await move(hall, { now: ten })).status).toBe(500);
  });

  it('names the field of bad input and asks nobody', async () => {
    const answer = await move(hall, { now: 'noon' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { fields: [{ field: 'now' }] } }] });
    expect(subgraphs.flatMap(({ received }) => received)).toEqual([]);
  });
});

describe('without a test clock', () => {
  it('there is no such route', async () => {
    const hall = await startMiniHall();
    try {
      expect((await move(hall, { now: ten })).status).toBe(404);
    } finally {
      await hall.close();
    }
  });
});
