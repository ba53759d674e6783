import { VisibleTo, VisibleToAnyone } from './policy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A member of staff, by key; staffing owns it. */
@Directive('@key(fields: "id", resolvable: false)')
@VisibleToAnyone()
@ObjectType('Staff')
export class StaffRef {
  @Field(() => ID)
  id!: string;
}

/** A window, by key; staffing owns it. */
@Directive('@key(fields: "id", resolvable: false)')
@VisibleToAnyone()
@ObjectType('ServiceWindow')
export class ServiceWindowRef {
  @Field(() => ID)
  id!: string;
}

/** A post, by key; staffing owns it. */
@Directive('@key(fields: "id", resolvable: false)')
@VisibleToAnyone()
@ObjectType('Post')
export class PostRef {
  @Field(() => ID)
  id!: string;
}

/** A department, by key; staffing owns it. */
@Directive('@key(fields: "id", resolvable: false)')
@VisibleToAnyone()
@ObjectType('Department')
export class DepartmentRef {
  @Field(() => ID)
  id!: string;
}

/** A case, by key; cases owns it. */
@Directive('@key(fields: "id", resolvable: false)')
@VisibleTo('SIGNED_IN')
@ObjectType('Case')
export class CaseRef {
  @Field(() => ID)
  id!: string;
}

/** Makes a reference to something that another service owns; nothing stays nothing. */
export function refTo<T extends { id: string }>(type: new () => T, id: string): T;
export function refTo<T extends { id: string }>(type: new () => T, id: string | null): T | null;
export function refTo<T extends { id: string }>(type: new () => T, id: string | null): T | null {
  return id === null ? null : Object.assign(new type(), { id });
}
