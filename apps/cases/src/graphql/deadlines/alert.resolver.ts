import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { AllowedTo, PageArgs, pageSize, parseCursor, staffRoles, toConnection, toCursor } from '@hall/platform/graphql';
import type { CaseContext } from '../loaders';
import { AlertConnection, AlertType, toAlertType } from './alert.type';
import type { CaseParts } from '../queries';

/** What somebody has to look at. */
@Resolver(() => AlertType)
export class AlertResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => AlertConnection, {
    description:
      '未了结的提醒，最急在前：中心看全部，部门负责人看本部门，其他人看本人负责的（S3.5、A-06） / What has to be looked at, the most urgent first: all of the hall for leaders and the office, a head’s own department, else one’s own',
  })
  @AllowedTo(...staffRoles)
  async alerts(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { actor }: CaseContext) {
    const hallCode = actor.hallCode ?? '';
    const size = pageSize(first);
    const rows = await this.parts.queries.alerts.alertPage(hallCode, actor.account ?? '', parseCursor(after), size);
    return toConnection(
      rows,
      size,
      ({ urgency, id }) => toCursor(urgency, id),
      (row) => toAlertType(hallCode, row),
    );
  }
}
