import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { instantAt } from '@hall/kernel';
import { toWaiting } from '@hall/platform/deadline-graph';
import {
  AllowedTo,
  createType,
  PageArgs,
  pageSize,
  parseCursor,
  staffRoles,
  toConnection,
  toCursor,
} from '@hall/platform/graphql';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { heardEnoughBefore, heardUntil } from '../../domain/conduct/conduct';
import { staffWaitingKinds } from '../../domain/conduct/waiting';
import type { StaffWaitingKind } from '../../domain/conduct/waiting';
import { staffWaiting } from '../../persistence/conduct/waiting-queries';
import type { StaffingContext, StaffingParts } from '../loaders';
import { PostType } from '../structure/structure.type';
import { ConductRecordType } from './conduct.type';
import { toConductType } from './to-conduct';
import { StaffWaitingConnection, StaffWaitingCountType, StaffWaitingKindEnum, StaffWaitingType } from './waiting.type';

/** What of conduct and duties waits for whoever asks. */
@Resolver(() => StaffWaitingType)
export class StaffWaitingResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Query(() => StaffWaitingConnection, {
    description:
      '等待本人陈述、决定或阅知的，最早在前（S4.5b、S2.4a） / Conduct on which the caller is to be heard or to decide, and duties to be read; the oldest first',
  })
  @AllowedTo(...staffRoles)
  async staffWaitingForMe(
    @Arg('kinds', () => [StaffWaitingKindEnum], {
      nullable: true,
      description: '种类；缺省为全部 / Kinds; all when absent',
    })
    kinds: readonly StaffWaitingKind[] | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: StaffingContext,
  ) {
    const size = pageSize(first);
    const { reader, heard } = await this.#reader(context, kinds);
    const rows = await staffWaiting.page(this.parts.reads.database, reader, parseCursor(after), size);
    return toConnection(
      rows,
      size,
      ({ place, id }) => toCursor(place, id),
      ({ subject: about, ...row }) => {
        const recordedAt = row.kind === 'CONDUCT_TO_ANSWER' ? row.since : null;
        const dueAt = recordedAt && instantAt(heardUntil({ recordedAt }, heard), '23:59');
        const shown = toWaiting(StaffWaitingType, reader.hallCode, { ...row, dueAt }, staffWaitingKinds);
        return Object.assign(shown, { about });
      },
    );
  }

  @Query(() => [StaffWaitingCountType], {
    description: '等待本人陈述、决定或阅知的件数，按种类 / How much of it waits for the caller, by kind',
  })
  @AllowedTo(...staffRoles)
  async staffWaitingCounts(@Ctx() context: StaffingContext) {
    const { reader } = await this.#reader(context, null);
    const counts = await staffWaiting.counts(this.parts.reads.database, reader);
    return counts.map((count) => createType(StaffWaitingCountType, { hallCode: reader.hallCode, ...count }));
  }

  @FieldResolver(() => ConductRecordType, {
    nullable: true,
    description: '行为记录 / The record, when it is about one',
  })
  async conductRecord(@Root() { about, subjectId }: StaffWaitingType, @Ctx() { loaders, locale }: StaffingContext) {
    const record = about === 'conduct' ? await loaders.conductRecord.load(subjectId) : null;
    return record && toConductType(record, await loaders.conductRules.load(record.hallCode), locale);
  }

  @FieldResolver(() => PostType, {
    nullable: true,
    description: '岗位，所涉为职责时 / The post, when it is about duties',
  })
  post(@Root() { about, subjectId }: StaffWaitingType, @Ctx() { loaders }: StaffingContext) {
    return about === 'post' ? loaders.post.load(subjectId) : null;
  }

  async #reader({ actor }: StaffingContext, kinds: readonly StaffWaitingKind[] | null) {
    const { hallCode = '', account = '', roles } = actor;
    const calendar = calendarInForce(await this.parts.reads.calendar.yearsOfHalls([hallCode]));
    const { clock, settings } = this.parts.ports;
    const { statementWithinWorkingDays } = settings['A-17'];
    const heard = { calendar, statementWithinWorkingDays };
    return { reader: { hallCode, account, roles, kinds, before: heardEnoughBefore(clock.now(), heard) }, heard };
  }
}
