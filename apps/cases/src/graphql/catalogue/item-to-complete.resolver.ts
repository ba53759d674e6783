import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import {
  AllowedTo,
  fromRow,
  KeyArg,
  idsOfHall,
  PageArgs,
  pageSize,
  staffRoles,
  parsePlace,
  toConnection,
  toPlace,
} from '@hall/platform/graphql';
import type { CaseContext } from '../loaders';
import type { CaseParts } from '../queries';
import { ItemToCompleteConnection, ItemToCompleteType } from './item-to-complete.type';

/** What of the catalogue waits for the hall's own word. */
@Resolver()
export class ItemToCompleteResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => ItemToCompleteConnection, {
    description:
      '待补全的事项：草稿，及已开放但有默认字段的，按编码（S3.3a、A-08） / Items that are not all the hall’s own word: drafts, and open ones with assumed fields, by code',
  })
  @AllowedTo(...staffRoles)
  async itemsToComplete(
    @KeyArg('departmentId', '部门；缺省为全部 / Department; all when absent', { nullable: true })
    department: HallKey | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const { hallCode = '' } = actor;
    const { departmentId } = idsOfHall(hallCode, { departmentId: department });
    const [code = null] = parsePlace(after, 'text') ?? [];
    const size = pageSize(first);
    const rows = await this.parts.queries.items.toComplete(hallCode, departmentId, code as string | null, size);
    return toConnection(
      rows,
      size,
      (row) => toPlace(row.code),
      (row) => fromRow(ItemToCompleteType, row),
    );
  }
}
