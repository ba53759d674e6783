import { buildSchema, graphql } from 'graphql';
import { refuseControlCharacters } from './plain-text';

test('T5 inputs and loose arguments, in variables and in the document: every wrong field is named', async () => {
  const schema = buildSchema(`
    input Person { name: String, notes: [String!] }
    type Thing { told(words: String): String }
    type Query { say(id: ID, text: String, person: Person, input: Person): String, thing: Thing }`);
  refuseControlCharacters(schema);
  const source = `query ($person: Person, $words: String) {
    say(id: "1\\u0000", text: "ok\\n", person: $person, input: { name: "\\u0085" })
    thing { told(words: $words) }
    fine: say(id: "1", person: { name: "张三" })
  }`;
  const variableValues = { person: { name: 'a\u202eb', notes: ['x', 'y\u0007'] }, words: '\u0001' };
  const rootValue = { say: () => 'said', thing: { told: () => 'told' } };
  const { data, errors } = await graphql({ schema, source, variableValues, rootValue });
  expect(data).toEqual({ say: null, thing: { told: null }, fine: 'said' });
  expect(errors!.map(({ extensions }) => [extensions['code'], extensions['fields']])).toEqual([
    [
      'BAD_USER_INPUT',
      ['name', 'id', 'person.name', 'person.notes.1'].map((field) => expect.objectContaining({ field })),
    ],
    ['BAD_USER_INPUT', [expect.objectContaining({ field: 'words' })]],
  ]);
});

test('T5 lines end with a line feed, however they came; a lone carriage return is refused', async () => {
  const schema = buildSchema(`input Note { text: String } type Query { say(input: Note): String }`);
  refuseControlCharacters(schema);
  const rootValue = { say: ({ input }: { input: { text: string } }) => input.text };
  const say = (text: string) =>
    graphql({ schema, source: 'query ($n: Note) { say(input: $n) }', variableValues: { n: { text } }, rootValue });
  expect((await say('甲\r\n乙')).data).toEqual({ say: '甲\n乙' });
  expect((await say('甲\r乙')).errors).toHaveLength(1);
});
