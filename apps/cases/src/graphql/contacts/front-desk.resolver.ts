import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root, Args } from 'type-graphql';
import { plainDateOf } from '@hall/kernel';
import {
  AllowedTo,
  AllowedToAnyone,
  LocalDateScalar,
  shownAs,
  staffRoles,
  Input,
  KeyArg,
  PageArgs,
  pageSize,
  parseDatedCursor,
  parsePlace,
  toConnection,
  toCursor,
  toPlace,
  ofAnotherHall,
} from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import { callVisitor, markNoShow, recallVisitor, takeTicket } from '../../use-cases/contacts/queue';
import { readMessage, takeMessage } from '../../use-cases/contacts/take-message';
import { TakeMessageInput, TakeTicketInput, CallOutOfTurnInput } from './contact.input';
import { TicketStateEnum } from './contact.enum';
import { stateOfTicket } from '../../domain/contacts/queue';
import type { CaseContext } from '../loaders';
import {
  MessageResult,
  QueueTicketResult,
  MessageConnection,
  QueueTicketConnection,
  RepeatVisitsConnection,
  MessageType,
  QueueTicketType,
} from './front-desk.type';
import type { CaseParts } from '../queries';
import { act } from '../results';

/** Messages and the queue of a window. */
@Resolver()
export class FrontDeskResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => RepeatVisitsConnection, {
    description:
      '按事项统计重复来访，最多者在前（S4.4a） / Clients who came again about the same matter, by matter; most first',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
  async repeatVisits(
    @Arg('from', () => LocalDateScalar, { description: '起（含） / From, inclusive' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: '止（含） / To, inclusive' }) to: string,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const size = pageSize(first);
    const place = parsePlace(after, 'number', 'text');
    const rows = await this.parts.queries.contacts.repeatVisits(actor.hallCode ?? '', { from, to }, place, size);
    return toConnection(rows, size, ({ repeated, matter }) => toPlace(repeated, matter));
  }

  @Query(() => MessageConnection, {
    description: '给我的留言，最新在前（S1.6g） / Messages for the caller, the newest first',
  })
  @AllowedTo(...staffRoles)
  async myMessages(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { actor }: CaseContext) {
    const size = pageSize(first);
    const { hallCode = '', account = '' } = actor;
    const rows = await this.parts.queries.frontDesk.messagesFor(hallCode, account, parseDatedCursor(after), size);
    return toConnection(rows, size, ({ takenAt, id }) => toCursor(takenAt, id), shownAs(MessageType));
  }

  @Query(() => QueueTicketConnection, {
    description: '窗口今日排队，按序（S1.2j） / Today’s queue of a window, in order',
  })
  @AllowedToAnyone()
  async queue(@KeyArg('windowId', '窗口 / Window') window: HallKey, @Args(() => PageArgs) { first, after }: PageArgs) {
    const size = pageSize(first);
    const [afterNumber = 0] = parsePlace(after, 'number') ?? [];
    const today = plainDateOf(this.parts.clock.now());
    const rows = await this.parts.queries.frontDesk.queue(window, today, Number(afterNumber), size);
    return toConnection(rows, size, ({ number }) => toPlace(number), shownAs(QueueTicketType));
  }

  @Mutation(() => MessageResult, { description: '记录留言（S1.6g） / Takes a message for somebody who is not there' })
  @AllowedTo(...staffRoles)
  takeMessage(@Input(() => TakeMessageInput) input: TakeMessageInput, @Ctx() context: CaseContext) {
    const { forStaffId: forStaff, ...message } = input;
    return act(this.parts, context, takeMessage, { forStaff, ...message }, 'message');
  }

  @Mutation(() => MessageResult, { description: '本人阅知留言（S1.6g） / The person it is for has read a message' })
  @AllowedTo(...staffRoles)
  readMessage(@KeyArg('messageId', '留言 / Message') key: HallKey, @Ctx() context: CaseContext) {
    return act(this.parts, context, readMessage, { key }, 'message');
  }

  @Mutation(() => QueueTicketResult, { description: '取号（S1.2j） / Takes a place in the queue of a window' })
  @AllowedTo('SIGNED_IN')
  takeTicket(@Input(() => TakeTicketInput) input: TakeTicketInput, @Ctx() context: CaseContext) {
    const { windowId: window, priorityGroup = null, age = null, idempotencyKey } = input;
    return act(this.parts, context, takeTicket, { window, priorityGroup, age, idempotencyKey }, 'ticket');
  }

  @Mutation(() => QueueTicketResult, {
    description:
      '叫下一位：优先人群在先，其余按序（S1.2j、A-03） / Calls the next visitor: listed groups first, then in turn',
  })
  @AllowedTo(...staffRoles)
  callNext(
    @KeyArg('windowId', '窗口 / Window') window: HallKey,
    @KeyArg('ticketId', '预期的下一号，重复提交不会多叫 / The ticket taken to be next: said twice, it calls one', {
      nullable: true,
    })
    expected: HallKey | null,
    @Ctx() context: CaseContext,
  ) {
    if (expected && expected.hallCode !== window.hallCode) throw ofAnotherHall('ticketId');
    return act(
      this.parts,
      context,
      callVisitor,
      { window, outOfTurn: null, expectedId: expected?.id ?? null },
      'ticket',
    );
  }

  @Mutation(() => QueueTicketResult, {
    description:
      '插号：仅限所列人群，记录理由（S1.2j、A-03） / Calls a visitor before others; listed groups only, with the reason',
  })
  @AllowedTo(...staffRoles)
  callOutOfTurn(@Input(() => CallOutOfTurnInput) input: CallOutOfTurnInput, @Ctx() context: CaseContext) {
    const { windowId: window, ticketId, reason, idempotencyKey } = input;
    const outOfTurn = { ticketId: ticketId.id, reason };
    return act(this.parts, context, callVisitor, { window, outOfTurn, idempotencyKey }, 'ticket');
  }

  @Mutation(() => QueueTicketResult, { description: '重呼，过号者恢复（S1.2j） / Calls a visitor again' })
  @AllowedTo(...staffRoles)
  recallVisitor(@KeyArg('ticketId', '号 / Ticket') key: HallKey, @Ctx() context: CaseContext) {
    return act(this.parts, context, recallVisitor, { key }, 'ticket');
  }

  @Mutation(() => QueueTicketResult, {
    description: '过号：叫号未到；重复提交不另记（S1.2j） / Notes that nobody came; said again, nothing changes',
  })
  @AllowedTo(...staffRoles)
  markNoShow(@KeyArg('ticketId', '号 / Ticket') key: HallKey, @Ctx() context: CaseContext) {
    return act(this.parts, context, markNoShow, { key }, 'ticket');
  }
}

/** What of a place follows from what is kept. */
@Resolver(() => QueueTicketType)
export class QueueTicketFieldsResolver {
  @FieldResolver(() => TicketStateEnum, { description: '状态 / How it stands' })
  state(@Root() ticket: QueueTicketType) {
    return stateOfTicket(ticket);
  }

  @FieldResolver(() => Boolean, {
    description: '提示：老年人，宜起立接待（S1.2m、A-03） / Prompt: an elderly client; stand up to receive them',
  })
  @AllowedTo(...staffRoles)
  standForElderly(@Root() { priorityGroup }: QueueTicketType) {
    return priorityGroup === 'ELDERLY';
  }
}
