import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { plainDateOf } from '@hall/kernel';
import {
  AllowedTo,
  AllowedToAnyone,
  commandOf,
  globalId,
  keyOf,
  LocalDateScalar,
  staffRoles,
  textOf,
} from '@hall/platform/graphql';
import { callVisitor, takeTicket } from '../../use-cases/contacts/queue';
import { readMessage, takeMessage } from '../../use-cases/contacts/take-message';
import { toMutationResult } from '../results';
import { TakeMessageInput, TakeTicketInput } from './contact.input';
import type { CaseContext } from '../loaders';
import { MessageResult, QueueTicketResult, MessageType, QueueTicketType, RepeatVisitsType } from './contact.type';
import { toMessageType, toTicketType } from './to-contact';
import type { CaseParts } from '../queries';

/** Messages and the queue of a window. */
@Resolver()
export class FrontDeskResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => [RepeatVisitsType], {
    description: '按事项统计重复来访（S4.4a） / Clients who came again about the same matter, by matter',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
  repeatVisits(
    @Arg('from', () => LocalDateScalar, { description: '起（含） / From, inclusive' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: '止（含） / To, inclusive' }) to: string,
    @Ctx() { actor }: CaseContext,
  ) {
    return this.parts.queries.contacts.repeatVisits(actor.hallCode ?? '', from, to);
  }

  @Query(() => [MessageType], {
    description: '给我的留言，最新在前（S1.6g） / Messages for the caller, the newest first',
  })
  @AllowedTo(...staffRoles)
  async myMessages(@Ctx() { actor }: CaseContext) {
    return (await this.parts.queries.contacts.messagesFor(actor.hallCode ?? '', actor.account ?? '')).map(
      toMessageType,
    );
  }

  @Query(() => [QueueTicketType], { description: '窗口今日排队，按序（S1.2j） / Today’s queue of a window, in order' })
  @AllowedToAnyone()
  async queue(@Arg('windowId', () => ID, { description: '窗口 / Window' }) windowId: string) {
    const today = plainDateOf(this.parts.clock.now());
    return (await this.parts.queries.contacts.queue(keyOf(windowId, 'windowId'), today)).map(toTicketType);
  }

  @Mutation(() => MessageResult, { description: '记录留言（S1.6g） / Takes a message for somebody who is not there' })
  @AllowedTo(...staffRoles)
  takeMessage(
    @Arg('input', () => TakeMessageInput, { description: '内容 / What it says' }) input: TakeMessageInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, forStaffId, from, phone, text } = input;
    const message = { forStaff: keyOf(forStaffId), from, phone: phone ?? null, text };
    const command = commandOf(context, message, idempotencyKey);
    return toMutationResult(takeMessage(this.parts.ports, command), context, (key) =>
      context.loaders.message.load(globalId(key)),
    );
  }

  @Mutation(() => MessageResult, { description: '本人阅知留言（S1.6g） / The person it is for has read a message' })
  @AllowedTo(...staffRoles)
  readMessage(@Arg('id', () => ID, { description: '留言 / Message' }) id: string, @Ctx() context: CaseContext) {
    const command = commandOf(context, { key: keyOf(id) });
    return toMutationResult(readMessage(this.parts.ports, command), context, (key) =>
      context.loaders.message.load(globalId(key)),
    );
  }

  @Mutation(() => QueueTicketResult, { description: '取号（S1.2j） / Takes a place in the queue of a window' })
  @AllowedTo('SIGNED_IN')
  takeTicket(
    @Arg('input', () => TakeTicketInput, { description: '内容 / What it says' }) input: TakeTicketInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, windowId, priorityGroup } = input;
    const command = commandOf(
      context,
      { window: keyOf(windowId), priorityGroup: priorityGroup ?? null },
      idempotencyKey,
    );
    return toMutationResult(takeTicket(this.parts.ports, command), context, (key) =>
      context.loaders.ticket.load(globalId(key)),
    );
  }

  @Mutation(() => QueueTicketResult, { description: '按序叫号（S1.2j） / Calls the next visitor in turn' })
  @AllowedTo(...staffRoles)
  callNext(@Arg('windowId', () => ID, { description: '窗口 / Window' }) windowId: string, @Ctx() context: CaseContext) {
    const command = commandOf(context, { window: keyOf(windowId, 'windowId'), outOfTurn: null });
    return toMutationResult(callVisitor(this.parts.ports, command), context, (key) =>
      context.loaders.ticket.load(globalId(key)),
    );
  }

  @Mutation(() => QueueTicketResult, {
    description:
      '插号：仅限所列人群，记录理由（S1.2j、A-03） / Calls a visitor before others; listed groups only, with the reason',
  })
  @AllowedTo(...staffRoles)
  callOutOfTurn(
    @Arg('windowId', () => ID, { description: '窗口 / Window' }) windowId: string,
    @Arg('ticketId', () => ID, { description: '号 / Ticket' }) ticketId: string,
    @Arg('reason', () => String, { description: '理由，1–500 字 / Reason' }) reason: string,
    @Ctx() context: CaseContext,
  ) {
    const outOfTurn = { ticketId: keyOf(ticketId, 'ticketId').id, reason: textOf(reason, 'reason', 1, 500) };
    const command = commandOf(context, { window: keyOf(windowId, 'windowId'), outOfTurn });
    return toMutationResult(callVisitor(this.parts.ports, command), context, (key) =>
      context.loaders.ticket.load(globalId(key)),
    );
  }
}
