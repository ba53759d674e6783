/**
 * What each folder of a service may import. One table, read by the lint configuration (which answers in the editor) and
 * by the architecture test (which follows every import to its file).
 *
 * - `folders`: folders of the same service, the own one included. A star stands for one name: only queries, in any room.
 * - `packages`: patterns of package names; everything else is forbidden.
 *
 * Files directly in `src` (app.ts, main.ts …) put the parts together and may import everything.
 */
/** Platform without the parts that speak to the outside: who uses these is no use case. */
const innerPlatform = '@hall/platform/(?!graphql$|http$|jetstream$|subgraph-service$)[a-z-]+';

/** @type {Record<string, { folders: string[], packages: string[] }>} */
module.exports.serviceFolders = {
  domain: { folders: ['domain'], packages: ['@hall/kernel'] },
  'use-cases': {
    // They call the stores: an interface with one implementation says the same thing twice (ADR 27).
    folders: ['domain', 'use-cases', 'persistence/*/*-store'],
    packages: ['@hall/kernel', '@hall/contracts', innerPlatform],
  },
  // Papers are pure: a model in, bytes out.
  documents: {
    folders: ['domain', 'documents'],
    packages: ['@hall/kernel', 'pdfkit', 'qrcode'],
  },
  // What is served besides GraphQL.
  http: {
    folders: ['domain', 'documents', 'persistence/*/*-queries', 'http'],
    packages: ['@hall/kernel', '@hall/platform/(http|privacy|directory|logging)', 'fastify', 'node:crypto'],
  },
  // The auditors' doors: a history in, what the rule makes of it out.
  doors: {
    folders: ['domain', 'doors'],
    packages: ['@hall/kernel', '@hall/platform/lines', 'zod'],
  },
  persistence: {
    folders: ['domain', 'persistence'],
    packages: ['@hall/kernel', '@hall/contracts', innerPlatform, 'typeorm', 'pg', 'pinyin-pro'],
  },
  messaging: {
    folders: ['domain', 'use-cases', 'messaging'],
    packages: ['@hall/kernel', '@hall/contracts', '@hall/platform/(?!graphql$|http$)[a-z-]+', 'zod'],
  },
  graphql: {
    folders: ['domain', 'use-cases', 'persistence/*/*-queries', 'documents', 'http', 'graphql'],
    packages: [
      '@hall/kernel',
      '@hall/contracts',
      '@hall/platform/(?!jetstream$|outbox$|inbox$)[a-z-]+',
      'graphql',
      'type-graphql',
      'graphql-scalars',
      'class-validator',
      'dataloader',
    ],
  },
};

/**
 * The rooms of each service: the nouns it is about. Every layer is divided into them and into nothing else, so that a
 * reader who knows one layer knows the others.
 *
 * @type {Record<string, string[]>}
 */
module.exports.rooms = {
  cases: ['cases', 'catalogue', 'contacts', 'deadlines', 'major-matters', 'ratings', 'reports'],
  staffing: ['structure', 'calendar', 'attendance', 'authority', 'leave', 'conduct', 'training'],
  complaints: ['register', 'handling', 'statistics'],
};

/** Layers that are divided into rooms, and the files that stand beside these because they put the layer together. */
module.exports.layers = {
  domain: ['facts.ts', 'refusals.ts'],
  'use-cases': ['ports.ts'],
  persistence: ['invariants.ts', 'printed-code.ts', 'rows.ts', 'migrations/'],
  graphql: ['schema.ts', 'loaders.ts', 'offers.ts', 'queries.ts', 'loaded.ts', 'results.ts'],
};

/** The services that are built of these folders; the gateway has no domain of its own. */
module.exports.services = Object.keys(module.exports.rooms);
