import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A member of staff, by its key; staffing owns it. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Staff')
export class StaffRef {
  @Field(() => ID)
  id!: string;
}

/** A window, by its key; staffing owns it. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('ServiceWindow')
export class ServiceWindowRef {
  @Field(() => ID)
  id!: string;
}

/** A case, by its key; cases owns it. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Case')
export class CaseRef {
  @Field(() => ID)
  id!: string;
}
