import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  AllowedTo,
  datedPlaceOf,
  make,
  PageArgs,
  pageSize,
  refOrNull,
  refTo,
  StaffRef,
  staffRoles,
  toConnection,
  toCursor,
} from '@hall/platform/graphql';
import type { CaseContext } from './loaders';
import type { Queries } from './queries';
import { AlertConnection, AlertType } from './types/alert.type';
import { CaseType } from './types/case.type';
import { ContactType } from './types/contact.type';

/** What somebody has to look at. */
@Resolver(() => AlertType)
export class AlertResolver {
  constructor(private readonly queries: Queries) {}

  @Query(() => AlertConnection, {
    description:
      '提醒，最新在前：中心看全部，部门负责人看本部门，其他人看本人负责的（S3.5、A-06） / Alerts, the newest first: all of the hall for leaders and the office, a head’s own department, else one’s own',
  })
  @AllowedTo(...staffRoles)
  async alerts(
    @Arg('onlyOpen', () => Boolean, {
      nullable: true,
      description: '仅未了结的；缺省为是 / Only those still to be dealt with; true when absent',
    })
    onlyOpen: boolean | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const hallCode = actor.hallCode ?? '';
    const size = pageSize(first);
    const filter = { account: actor.account ?? '', onlyOpen: onlyOpen ?? true };
    const rows = await this.queries.alerts.alertPage(hallCode, filter, datedPlaceOf(after), size);
    return toConnection(
      rows,
      size,
      ({ at, id }) => toCursor(at, id),
      ({ at, kind, subject, isOpen, ...of }) =>
        make(AlertType, {
          at,
          kind,
          subject,
          isOpen,
          caseId: refOrNull(hallCode, of.caseId),
          contactId: refOrNull(hallCode, of.contactId),
          responsibleId: refOrNull(hallCode, of.responsibleId),
        }),
    );
  }

  @FieldResolver(() => CaseType, { nullable: true, description: '办件 / The case, when it is about one' })
  case(@Root() { caseId }: AlertType, @Ctx() { loaders }: CaseContext) {
    return caseId && loaders.case.load(caseId);
  }

  @FieldResolver(() => ContactType, { nullable: true, description: '接待 / The contact, when it is about one' })
  contact(@Root() { contactId }: AlertType, @Ctx() { loaders }: CaseContext) {
    return contactId && loaders.contact.load(contactId);
  }

  @FieldResolver(() => StaffRef, { description: '责任人 / Who answers for it' })
  responsible(@Root() { responsibleId }: AlertType) {
    return refTo(StaffRef, responsibleId);
  }
}
