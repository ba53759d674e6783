import { createActorSigner } from '@hall/platform/actor';
import { auditGraphqlOverHttp, startMiniHall, type MiniHall } from '../support';

describe('GraphQL over HTTP', () => {
  let hall: MiniHall;
  beforeAll(async () => {
    hall = await startMiniHall({ introspection: true });
  });
  afterAll(() => hall.close());

  it('is spoken by the gateway as specified', async () => {
    const audit = await auditGraphqlOverHttp(hall.gateway.url);
    expect(audit).toMatchObject({ failures: [], warnings: [] });
    expect(audit.checked).toBeGreaterThanOrEqual(60);
  });

  it('is spoken by a subgraph as specified', async () => {
    const signer = await createActorSigner(hall.privateJwk);
    const token = await signer.sign({ roles: [], locale: 'en' });
    const audit = await auditGraphqlOverHttp(hall.addresses.staffing, { 'x-hall-actor': token });
    expect(audit).toMatchObject({ failures: [], warnings: [] });
  });
});
