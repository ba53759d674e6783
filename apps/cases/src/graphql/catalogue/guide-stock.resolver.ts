import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import { AllowedTo, badInput, commandOf, globalId, keyOf, createType, staffRoles } from '@hall/platform/graphql';
import type { GuideOrder } from '../../domain/catalogue/guide-stock';
import { countGuides } from '../../use-cases/catalogue/count-guides';
import { toMutationResult } from '../results';
import type { CaseContext } from '../loaders';
import { GuideStockResult, GuideOrderType, GuideStockType } from './guide-stock.type';
import type { CaseParts } from '../queries';

/** Printed guides at the windows. */
@Resolver(() => GuideStockType)
export class GuideStockResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => [GuideStockType], { description: '窗口纸质指南存量（S3.3d） / Printed guides at a window' })
  @AllowedTo(...staffRoles)
  async guideStock(
    @Arg('windowId', () => ID, { description: '窗口 / Window' }) windowId: string,
    @Ctx() { actor }: CaseContext,
  ) {
    const window = keyOf(windowId, 'windowId');
    return window.hallCode === actor.hallCode ? this.#stock(window) : [];
  }

  @Query(() => [GuideOrderType], {
    description: '本大厅待补印，最早在前（A-10） / Guides of the hall to be printed, the oldest order first',
  })
  @AllowedTo(...staffRoles)
  async guideOrders(@Ctx() { actor }: CaseContext) {
    return (await this.parts.queries.items.openOrders(actor.hallCode ?? '')).map(toOrderType);
  }

  @Mutation(() => GuideStockResult, {
    description: '清点纸质指南：至 20 份须补印，断档计分钟（S3.3d、A-10） / Counts printed guides',
  })
  @AllowedTo(...staffRoles)
  countGuides(
    @Arg('windowId', () => ID, { description: '窗口 / Window' }) windowId: string,
    @Arg('itemId', () => ID, { description: '事项 / Item' }) itemId: string,
    @Arg('copies', () => Int, { description: '份数，0–100000 / Copies' }) copies: number,
    @Ctx() context: CaseContext,
  ) {
    if (!Number.isInteger(copies) || copies < 0 || copies > 100_000)
      throw badInput({ field: 'copies', reason: '0–100000' });
    const window = keyOf(windowId, 'windowId');
    const command = commandOf(context, { window, item: keyOf(itemId, 'itemId'), copies });
    return toMutationResult(countGuides(this.parts.ports, command), context, async (key) => {
      const stock = await this.#stock(window);
      return stock.find((row) => row.itemId === globalId(key)) ?? null;
    });
  }

  async #stock(window: HallKey): Promise<GuideStockType[]> {
    const { minimumCopies: minimum } = this.parts.ports.settings['A-10'];
    const rows = await this.parts.queries.items.guideStock(window, { now: this.parts.clock.now(), minimum });
    return rows.map(({ item, order, ...standing }) =>
      createType(GuideStockType, { ...standing, itemId: globalId(item), order: order && toOrderType(order) }),
    );
  }
}

function toOrderType({ hallCode, windowId, itemId, ownerId, openedAt }: Omit<GuideOrder, 'id'>): GuideOrderType {
  const of = (id: string): string => globalId({ hallCode, id });
  return createType(GuideOrderType, { openedAt, windowId: of(windowId), itemId: of(itemId), ownerId: of(ownerId) });
}
