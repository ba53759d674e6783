import { CompositionError, composeSupergraph, type SubgraphSchema } from './compose';
import { difference } from '../shared/difference';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const subgraph = (name: string, sdl: string): SubgraphSchema => ({
  name,
  url: `http://127.0.0.1:4001/${name}`,
  file: `apps/${name}/schema.graphql`,
  sdl: `${link}\n${sdl}`,
});
const staffing = subgraph(
  'staffing',
  'type Post @key(fields: "id") { id: ID! name: String! }\ntype Query { post(id: ID!): Post }',
);

describe('composition', () => {
  it('joins the subgraphs, the same bytes every time', () => {
    const cases = subgraph(
      'cases',
      'type Post @key(fields: "id", resolvable: false) { id: ID! }\ntype Case { post: Post! }\ntype Query { case: Case }',
    );
    const once = composeSupergraph([cases, staffing]);
    expect(once).toContain('@join__graph(name: "staffing", url: "http://127.0.0.1:4001/staffing")');
    expect(composeSupergraph([cases, staffing])).toBe(once);
  });

  it('tells every problem with its place', () => {
    const clash = subgraph('cases', 'type Post @key(fields: "id") { id: ID! name: Int! }\ntype Query { case: Post }');
    const compose = () => composeSupergraph([clash, staffing]);
    expect(compose).toThrow(CompositionError);
    expect(compose).toThrow(/FIELD_TYPE_MISMATCH.*Post\.name/);
  });

  it('tells where a schema cannot be read', () => {
    expect(() => composeSupergraph([subgraph('cases', 'type Query {'), staffing])).toThrow(
      /Syntax Error.*apps\/cases\/schema\.graphql:2:/,
    );
  });
});

describe('difference', () => {
  it('is empty for equal texts', () => {
    expect(difference('a\nb\n', 'a\nb\n')).toBe('');
  });

  it('shows what changed with context', () => {
    expect(difference('1\n2\n3\n4\n5\n6\n7\n8', '1\n2\n3\n4\nfive\n6\n7\n8').split('\n')).toEqual([
      '@@ line 5 @@',
      '  2',
      '  3',
      '  4',
      '- 5',
      '+ five',
      '  6',
      '  7',
      '  8',
    ]);
  });

  it('shortens long changes', () => {
    const long = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
    expect(difference('', long)).toContain('+ … 40 more lines');
  });
});
