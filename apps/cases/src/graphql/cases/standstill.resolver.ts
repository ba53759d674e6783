import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import {
  AllowedTo,
  fromRow,
  KeyArg,
  idsOfHall,
  PageArgs,
  pageSize,
  parseCursor,
  toConnection,
  toCursor,
} from '@hall/platform/graphql';
import { stoppedClocks } from '../../persistence/cases/standstill-queries';
import type { CaseContext } from '../loaders';
import type { CaseParts } from '../queries';
import { CaseType } from './case.type';
import { StandstillConnection, StandstillType } from './standstill.type';

/** Clocks that stand still, for those who lead. */
@Resolver(() => StandstillType)
export class StandstillResolver {
  constructor(private readonly parts: CaseParts) {}

  @FieldResolver(() => CaseType, { nullable: true, description: '办件 / The case' })
  case(@Root() { caseId }: StandstillType, @Ctx() { loaders }: CaseContext) {
    return loaders.case.load(caseId);
  }

  @Query(() => StandstillConnection, {
    description:
      '正在中止计时的办件，最早应恢复的在前：中心看全部，部门负责人看本部门（A-30） / Clocks that stand still, those first that should have gone on longest ago: of the hall for who leads it, of the own department for a head',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  async stoppedClocks(
    @KeyArg('departmentId', '部门 / Department', { nullable: true }) department: HallKey | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const { hallCode = '', account = '' } = actor;
    const size = pageSize(first);
    const of = { hallCode, account, ...idsOfHall(hallCode, { departmentId: department }) };
    const rows = await stoppedClocks(this.parts.queries.database, of, parseCursor(after), size);
    return toConnection(
      rows,
      size,
      ({ until, caseId }) => toCursor(until, caseId),
      (row) => fromRow(StandstillType, row),
    );
  }
}
