import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { mountDocuments } from '../../src/http/documents';

test('a service that is busy is asked for a document once, and its answer is passed on', async () => {
  let asked = 0;
  const busy = createServer((_request, response) => {
    asked++;
    response.writeHead(503, { 'retry-after': '2' }).end('{}');
  });
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const app = fastify();
  try {
    await mountDocuments(app, `http://127.0.0.1:${(busy.address() as AddressInfo).port}`, { timeoutMs: 5_000 });
    const answer = await app.inject('/documents/boards/demo.html');
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '2' } });
    expect(asked).toBe(1);
  } finally {
    await app.close();
    busy.closeAllConnections();
    busy.close();
  }
});
