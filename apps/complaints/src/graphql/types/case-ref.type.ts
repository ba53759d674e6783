import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A case, by key; cases owns it. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Case')
export class CaseRef {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;
}
