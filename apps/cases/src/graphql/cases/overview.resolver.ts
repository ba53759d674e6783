import { Arg, Ctx, ID, Query, Resolver, Args } from 'type-graphql';
import { addDays, addMonths, firstDayOf, instantAt, plainDateOf } from '@hall/kernel';
import type { YearMonth, HallKey } from '@hall/kernel';
import {
  AllowedTo,
  AllowedToAnyone,
  globalId,
  createType,
  fromRow,
  staffRoles,
  YearMonthScalar,
  ofAnotherHall,
  KeyArg,
  PageArgs,
  pageSize,
  parsePlace,
  toConnection,
  toPlace,
} from '@hall/platform/graphql';
import { mostOnBoard } from '../../domain/cases/case';
import type { CaseContext } from '../loaders';
import { toItemType } from '../catalogue/to-item';
import {
  BoardType,
  DiscretionaryActType,
  ReadyCaseType,
  WorkloadType,
  DiscretionaryActConnection,
} from './overview.type';
import type { CaseParts } from '../queries';

/** What a window, a hall or a passer-by sees at one glance. */
@Resolver(() => BoardType)
export class OverviewResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => WorkloadType, { description: '窗口工作量 / How much there is to do at a window' })
  @AllowedTo(...staffRoles)
  async workload(@KeyArg('windowId', '窗口 / Window') window: HallKey, @Ctx() { actor, loaders }: CaseContext) {
    if (window.hallCode !== actor.hallCode) throw ofAnotherHall('windowId');
    const now = this.parts.clock.now();
    const today = plainDateOf(now);
    const calendar = await loaders.calendar.load(window.hallCode);
    const soon = addDays(calendar.addWorkdays(today, 2), 1);
    const midnight = (day: typeof today): Date => new Date(instantAt(day, '00:00').getTime() - 1);
    const endOfToday = midnight(addDays(today, 1));
    const counted = await this.parts.queries.lists.workload(window, { now, endOfToday, soon: midnight(soon) });
    return createType(WorkloadType, { hallCode: window.hallCode, ...counted });
  }

  @Query(() => DiscretionaryActConnection, {
    description: '当月裁量行为，供月报列示（A-01） / Acts of discretion of a month, for the monthly report',
  })
  @AllowedTo('CENTRE_OFFICE', 'CENTRE_LEADER')
  async discretionaryActs(
    @Arg('month', () => YearMonthScalar, { description: '月份 YYYY-MM / Month' }) month: YearMonth,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const hallCode = actor.hallCode ?? '';
    const from = instantAt(firstDayOf(month), '00:00');
    const to = instantAt(firstDayOf(addMonths(month, 1)), '00:00');
    const size = pageSize(first);
    const place = parsePlace(after, 'instant', 'id', 'number');
    const acts = await this.parts.queries.lists.discretionaryActs(hallCode, { from, to }, place, size);
    return toConnection(
      acts,
      size,
      ({ at, caseId, sequence }) => toPlace(at, caseId, sequence),
      (row) => fromRow(DiscretionaryActType, { hallCode, ...row }),
    );
  }

  @Query(() => BoardType, { nullable: true, description: '电子屏（S4.4d） / The electronic board of a hall' })
  @AllowedToAnyone()
  async board(@Arg('hallCode', () => ID, { description: '大厅编号 / Hall' }) hallCode: string) {
    const { lists, items } = this.parts.queries;
    const hallName = await lists.hallName(hallCode);
    if (hallName === undefined) return null;
    const everything = { text: null, departmentId: null, windowId: null };
    const [published, windows, ready] = await Promise.all([
      items.itemPage(hallCode, everything, null, mostOnBoard),
      lists.windowsOfHall(hallCode),
      lists.readyCases(hallCode, mostOnBoard),
    ]);
    return createType(BoardType, {
      hallName,
      at: this.parts.clock.now(),
      items: published.slice(0, mostOnBoard).map(toItemType),
      ready: ready.map((row) => createType(ReadyCaseType, row)),
      windowIds: windows.map(globalId),
    });
  }
}
