import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';

/** Test data is looked at by its place; what is not there fails the expectation. */
export type Loose = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** What a GraphQL request was answered. */
export interface Answer<Data = Loose> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: Loose }[];
}

/** Sends operations to a service as one actor. */
export interface Ask {
  /** An operation that the compiler has checked against the schema: it knows its variables and what it answers. */
  <Data, Variables>(operation: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Answer<Data>>;
  /** An operation as text, checked by the service alone. */
  <Data = Loose>(operation: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
}

/** The text of an operation. */
export function textOf(operation: string | TadaDocumentNode<unknown, unknown>): string {
  return typeof operation === 'string' ? operation : print(operation);
}

/**
 * What an operation answered.
 *
 * @throws the errors when it did not answer
 */
export async function dataOf<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, errors } = await answer;
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}

/**
 * The member of a union that a test goes on with.
 *
 * @throws with what it is instead, for example the refusal
 */
export function asType<Member extends { readonly __typename: string }, Name extends Member['__typename']>(
  member: Member | null | undefined,
  name: Name,
): Extract<Member, { readonly __typename: Name }> {
  if (member?.__typename !== name) throw new Error(`expected ${name}: ${JSON.stringify(member)}`);
  return member as Extract<Member, { readonly __typename: Name }>;
}
