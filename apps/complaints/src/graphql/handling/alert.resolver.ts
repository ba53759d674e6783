import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { AllowedTo, PageArgs, pageSize, parseCursor, toConnection, toCursor } from '@hall/platform/graphql';
import { findComplaintAlerts } from '../../persistence/handling/alert-queries';
import type { ComplaintContext, ComplaintParts } from '../loaders';
import { complaintDesk } from '../../domain/register/viewer';
import { ComplaintAlertConnection, ComplaintAlertType, toComplaintAlertType } from './alert.type';

/** Which complaints somebody has to look at. */
@Resolver(() => ComplaintAlertType)
export class ComplaintAlertResolver {
  constructor(private readonly parts: ComplaintParts) {}

  @Query(() => ComplaintAlertConnection, {
    description:
      '将到期或已逾期的投诉件，最急在前；与己有关者不列（A-25、A-26） / Complaints that run out or are late, the most urgent first: all of the hall for leaders and the office, a head’s own department, else one’s own; none that concerns the reader',
  })
  @AllowedTo(...complaintDesk, 'SECTION_HEAD')
  async complaintAlerts(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { actor }: ComplaintContext) {
    const { hallCode = '', account = '' } = actor;
    const size = pageSize(first);
    const rows = await findComplaintAlerts(this.parts.reads.database, hallCode, account, parseCursor(after), size);
    return toConnection(
      rows,
      size,
      ({ urgency, id }) => toCursor(urgency, id),
      (row) => toComplaintAlertType(hallCode, row),
    );
  }
}
