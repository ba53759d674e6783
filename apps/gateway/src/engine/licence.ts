/**
 * The licence of the query planner and executor behind this folder. It is source-available, not open source in the
 * sense of the OSI; everything else of the product is. The folder is the only one that imports it, and the supergraph
 * file is understood by other routers too, so the engine can be exchanged without touching a subgraph.
 */
export const ENGINE_LICENCE = {
  packages: ['@apollo/gateway', '@apollo/query-planner', '@apollo/federation-internals', '@apollo/composition'],
  licence: 'Elastic-2.0',
  alternative: 'any router that reads a Federation 2 supergraph file, for example Hive Gateway (MIT)',
} as const;
