import { buildSubgraphSchema } from '@apollo/subgraph';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { introspectionFromSchema, parse } from 'graphql';

/**
 * What the compiler must know of a schema to check the operations of tests and to tell what they answer: its types without
 * descriptions, with what federation adds.
 */
export function operationTypes(sdl: string): string {
  const introspection = introspectionFromSchema(buildSubgraphSchema(parse(sdl)), { descriptions: false });
  const text = outputIntrospectionFile(minifyIntrospection(introspection), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  });
  const body = text.slice(text.indexOf('export type introspection_types'), text.indexOf('import * as gqlTada'));
  return `// Generated from schema.graphql: npm run fix:schema\n\n${body.trimEnd()}\n`;
}
