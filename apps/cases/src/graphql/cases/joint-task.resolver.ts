import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import {
  AllowedTo,
  globalId,
  KeyArg,
  idsOfHall,
  PageArgs,
  pageSize,
  parseCursor,
  staffRoles,
  toConnection,
  toCursor,
} from '@hall/platform/graphql';
import { openTasks } from '../../persistence/cases/joint-task-queries';
import type { CaseContext } from '../loaders';
import type { CaseParts } from '../queries';
import { CaseType } from './case.type';
import { JointTaskConnection, JointTaskType } from './part.type';

/** What a department has to say in joint cases. */
@Resolver(() => JointTaskType)
export class JointTaskResolver {
  constructor(private readonly parts: CaseParts) {}

  @FieldResolver(() => CaseType, { nullable: true, description: '联办件 / The case that it is a part of' })
  case(@Root() { caseId }: JointTaskType, @Ctx() { loaders }: CaseContext) {
    return loaders.case.load(caseId);
  }

  @Query(() => JointTaskConnection, {
    description:
      '部门在办的联办事项，最急在前；不指明部门即本人所在部门（S3.4d） / The open parts of a department, one’s own when none is named, the most urgent first',
  })
  @AllowedTo(...staffRoles)
  async jointTasks(
    @KeyArg('departmentId', '部门 / Department', { nullable: true }) department: HallKey | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor, loaders }: CaseContext,
  ) {
    const { hallCode = '', account = '' } = actor;
    const size = pageSize(first);
    const of = { hallCode, account, ...idsOfHall(hallCode, { departmentId: department }) };
    const rows = await openTasks(this.parts.queries.database, of, parseCursor(after), size);
    const parts = await Promise.all(
      rows.map(async ({ id, caseId, dueAt }) => {
        const ofCase = await loaders.participants.load(globalId({ hallCode, id: caseId }));
        const shown = ofCase.find((part) => part.id === globalId({ hallCode, id }))!;
        return { id, dueAt, shown };
      }),
    );
    return toConnection(
      parts,
      size,
      ({ dueAt, id }) => toCursor(dueAt, id),
      ({ shown }) => shown,
    );
  }
}
