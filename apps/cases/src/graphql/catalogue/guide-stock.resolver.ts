import { Ctx, Mutation, Query, Resolver, Args } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import {
  AllowedTo,
  idsOfHall,
  globalId,
  createType,
  fromRow,
  shownAs,
  staffRoles,
  Input,
  KeyArg,
  PageArgs,
  pageSize,
  parseDatedCursor,
  toConnection,
  toCursor,
} from '@hall/platform/graphql';
import { countGuides } from '../../use-cases/catalogue/count-guides';
import type { CaseContext } from '../loaders';
import { GuideStockResult, GuideOrderType, GuideStockType, GuideOrderConnection } from './guide-stock.type';
import type { CaseParts } from '../queries';
import { CountGuidesInput } from './guide-stock.input';
import { act } from '../results';
import { labelsFor } from '../../documents/labels';
import { qrCode } from '../../documents/qr-code';
import { guideAddress } from '../../http/guide-of';

/** Printed guides at the windows. */
@Resolver(() => GuideStockType)
export class GuideStockResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => [GuideStockType], { description: '窗口纸质指南存量（S3.3d） / Printed guides at a window' })
  @AllowedTo(...staffRoles)
  async guideStock(@KeyArg('windowId', '窗口 / Window') window: HallKey, @Ctx() context: CaseContext) {
    const { actor } = context;
    idsOfHall(actor.hallCode ?? '', { windowId: window });
    return this.#stock(window, context);
  }

  @Query(() => GuideOrderConnection, {
    description: '本大厅待补印，最早在前（A-10） / Guides of the hall to be printed, the oldest order first',
  })
  @AllowedTo(...staffRoles)
  async guideOrders(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { actor }: CaseContext) {
    const size = pageSize(first);
    const rows = await this.parts.queries.items.orderPage(actor.hallCode ?? '', parseDatedCursor(after), size);
    return toConnection(rows, size, ({ openedAt, id }) => toCursor(openedAt, id), shownAs(GuideOrderType));
  }

  @Mutation(() => GuideStockResult, {
    description: '清点纸质指南：至下限须补印，断档计分钟（S3.3d、A-10） / Counts printed guides',
  })
  @AllowedTo(...staffRoles)
  countGuides(@Input(() => CountGuidesInput) input: CountGuidesInput, @Ctx() context: CaseContext) {
    const { windowId: window, itemId: item, copies, idempotencyKey } = input;
    return act(this.parts, context, countGuides, { window, item, copies, idempotencyKey }, async (key) => {
      const stock = await this.#stock(window, context);
      return stock.find((row) => row.itemId === globalId(key)) ?? null;
    });
  }

  async #stock(window: HallKey, { loaders, locale }: CaseContext): Promise<GuideStockType[]> {
    const { minimumCopies: minimum } = this.parts.ports.settings['A-10'];
    const calendar = await loaders.calendar.load(window.hallCode);
    const { publicUrl, queries } = this.parts;
    const rows = await queries.items.guideStock(window, { now: this.parts.clock.now(), minimum, calendar });
    const codeOf = (id: string): string | null => {
      const address = guideAddress(publicUrl, id);
      return address === null ? null : qrCode(address, labelsFor(locale).scanGuide).html;
    };
    return rows.map(({ item, order, ...standing }) =>
      createType(GuideStockType, {
        ...standing,
        codeSvg: standing.outSince === null ? null : codeOf(globalId(item)),
        itemId: globalId(item),
        order: order && fromRow(GuideOrderType, order),
      }),
    );
  }
}
