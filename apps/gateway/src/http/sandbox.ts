import fastifyStatic from '@fastify/static';
import { getDistDirectory, renderAltair } from 'altair-static';
import type { FastifyInstance } from 'fastify';

/** Where the sandbox is. */
const SANDBOX_PATH = '/sandbox/';

const initialQuery = `# 在 Set Headers 中填入 Authorization: Bearer <npm run --silent token -- lead>
query Me {
  me { account roles staff { name badgeNumber department { name } } }
  hall(code: "demo") { name windows { number name status } posts { name lead { name } deputy { name } officerOnDuty { role staff { name } } } }
}
`;

/** The page may run itself and talk to this server, and reach nothing else: it works in a network without the internet. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
].join('; ');

/**
 * Serves a page in which operations can be tried, from this server alone. A browser that opens the GraphQL address is
 * led there. In development only.
 *
 * @param graphqlPath where the operations go
 */
export async function mountSandbox(app: FastifyInstance, graphqlPath: string): Promise<void> {
  const page = renderAltair({
    baseURL: SANDBOX_PATH,
    endpointURL: graphqlPath,
    initialQuery,
    initialHeaders: { Authorization: '' },
  });
  app.addHook('onRequest', async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://gateway');
    if (
      request.method === 'GET' &&
      pathname === graphqlPath &&
      wantsPage(request.headers.accept) &&
      !request.url.includes('?')
    ) {
      return reply.redirect(SANDBOX_PATH);
    }
    if (pathname.startsWith(SANDBOX_PATH)) reply.header('content-security-policy', contentSecurityPolicy);
  });
  await app.register(fastifyStatic, { root: getDistDirectory(), prefix: SANDBOX_PATH, index: false });
  app.get(SANDBOX_PATH, (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
}

function wantsPage(accept: string | undefined): boolean {
  return accept?.split(',').some((type) => type.trim().startsWith('text/html')) ?? false;
}
