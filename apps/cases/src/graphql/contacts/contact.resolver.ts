import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import {
  AllowedTo,
  commandOf,
  globalId,
  keyOf,
  PageArgs,
  pageSize,
  staffRoles,
  toConnection,
  parseDatedCursor,
  toCursor,
  textOf,
} from '@hall/platform/graphql';
import type { ConsultationMode } from '../../domain/contacts/contact';
import { referToDesk, takeFromDesk } from '../../use-cases/contacts/ask-desk';
import { endContact } from '../../use-cases/contacts/close-contact';
import { recordContact } from '../../use-cases/contacts/record-contact';
import { acknowledgeReferral, referContact } from '../../use-cases/contacts/refer-contact';
import { toMutationResult } from '../results';
import { RecordContactInput } from './contact.input';
import type { CaseContext } from '../loaders';
import {
  ContactResult,
  RecordContactResult,
  ConsultationModeEnum,
  ContactConnection,
  ContactType,
} from './contact.type';
import { toContactType } from './to-contact';
import { CaseType } from '../cases/case.type';
import type { CaseParts } from '../queries';

/** First contacts and referrals. */
@Resolver(() => ContactType)
export class ContactResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => ContactType, { nullable: true, description: '首次接待 / A first contact' })
  @AllowedTo(...staffRoles)
  contact(@Arg('id', () => ID, { description: '接待标识 / Contact' }) id: string, @Ctx() { loaders }: CaseContext) {
    return loaders.contact.load(id);
  }

  @Query(() => ContactConnection, {
    description:
      '未结束的接待，最早在前：没有断头（S1.2k） / Contacts that somebody still answers for, the oldest first',
  })
  @AllowedTo(...staffRoles)
  async openContacts(
    @Arg('ownerId', () => ID, { nullable: true, description: '负责人 / Who answers for them' }) ownerId: string | null,
    @Arg('atDesk', () => Boolean, {
      nullable: true,
      description: '仅在咨询台等候的（A-16） / Only those that wait at the desk',
    })
    atDesk: boolean | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const size = pageSize(first);
    const owner = ownerId == null ? null : keyOf(ownerId, 'ownerId').id;
    const rows = await this.parts.queries.contacts.openContacts(
      actor.hallCode ?? '',
      { ownerId: owner, atDesk: atDesk === true },
      parseDatedCursor(after),
      size,
    );
    return toConnection(rows, size, ({ receivedAt, id }) => toCursor(receivedAt, id), toContactType);
  }

  @Mutation(() => RecordContactResult, {
    description:
      '登记首次接待；登记人即首问责任人（S2.1a）；同人同事同日为一次（A-06） / The caller becomes first-contact officer',
  })
  @AllowedTo(...staffRoles)
  recordContact(
    @Arg('input', () => RecordContactInput, { description: '内容 / What it says' }) input: RecordContactInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, windowId, channel, subject, client, matter } = input;
    const contact = {
      channel,
      subject,
      window: windowId == null ? null : keyOf(windowId),
      client: client ?? null,
      matter: matter ?? null,
    };
    const command = commandOf(context, contact, idempotencyKey);
    return toMutationResult(recordContact(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => ContactResult, { description: '解答并结束（S2.1b） / Answers and ends a contact' })
  @AllowedTo(...staffRoles)
  answerContact(
    @Arg('id', () => ID, { description: '接待 / Contact' }) id: string,
    @Arg('answer', () => String, { description: '答复内容，1–2000 字 / What the client was told' }) text: string,
    @Arg('served', () => Boolean, {
      nullable: true,
      description: '不仅解答，还办了事（服务） / Not only answered: something was done',
    })
    served: boolean | null,
    @Arg('itemId', () => ID, {
      nullable: true,
      description:
        '所咨询的事项：一次告知全部内容（S3.4e、S4.1a） / The item that was asked about: all of its guide is told at once',
    })
    itemId: string | null,
    @Arg('mode', () => ConsultationModeEnum, {
      nullable: true,
      description: '告知方式；缺省口头 / How it was told; orally when absent',
    })
    mode: ConsultationMode | null,
    @Ctx() context: CaseContext,
  ) {
    const outcome = served === true ? ('SERVED' as const) : ('ANSWERED' as const);
    const end = { outcome, answer: textOf(text, 'answer') };
    const told = itemId == null ? null : { item: keyOf(itemId, 'itemId'), mode: mode ?? ('ORAL' as const) };
    const command = commandOf(context, { key: keyOf(id), end, told });
    return toMutationResult(endContact(this.parts.ports, command, 'answerContact'), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => ContactResult, {
    description:
      '导办至大厅以外的机关，须写明机关及联系方式（A-16） / Guides the client to a named body outside the hall',
  })
  @AllowedTo(...staffRoles)
  referOutside(
    @Arg('id', () => ID, { description: '接待 / Contact' }) id: string,
    @Arg('body', () => String, { description: '机关及联系方式，1–500 字 / Body and how to reach it' }) body: string,
    @Arg('answer', () => String, { description: '告知内容，1–2000 字 / What the client was told' }) text: string,
    @Ctx() context: CaseContext,
  ) {
    const end = {
      outcome: 'REFERRED' as const,
      referredTo: textOf(body, 'body', 1, 500),
      answer: textOf(text, 'answer'),
    };
    const command = commandOf(context, { key: keyOf(id), end, told: null });
    return toMutationResult(endContact(this.parts.ports, command, 'referOutside'), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => ContactResult, {
    description:
      '导办至另一窗口；对方接收前责任不转移（S2.2c） / Offers a contact to another window; the owner stays until it is acknowledged',
  })
  @AllowedTo(...staffRoles)
  referContact(
    @Arg('id', () => ID, { description: '接待 / Contact' }) id: string,
    @Arg('toWindowId', () => ID, { description: '去向窗口 / Window' }) toWindowId: string,
    @Arg('reason', () => String, { description: '理由，1–500 字 / Reason' }) reason: string,
    @Ctx() context: CaseContext,
  ) {
    const referral = {
      key: keyOf(id),
      toWindow: keyOf(toWindowId, 'toWindowId'),
      reason: textOf(reason, 'reason', 1, 500),
    };
    return toMutationResult(referContact(this.parts.ports, commandOf(context, referral)), context, (key) =>
      load(context, key),
    );
  }

  @Mutation(() => ContactResult, { description: '接收导办；责任从此转移（S2.2c） / Takes a referred contact over' })
  @AllowedTo(...staffRoles)
  acknowledgeReferral(
    @Arg('referralId', () => ID, { description: '导办 / Referral' }) referralId: string,
    @Ctx() context: CaseContext,
  ) {
    const command = commandOf(context, { referral: keyOf(referralId, 'referralId') });
    return toMutationResult(acknowledgeReferral(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => ContactResult, {
    description:
      '无法确定主管单位时转咨询台待答复；接手前责任不转移（A-16） / Passes a matter of nobody to the desk; the owner stays until it is taken',
  })
  @AllowedTo(...staffRoles)
  referToDesk(
    @Arg('id', () => ID, { description: '接待 / Contact' }) id: string,
    @Arg('question', () => String, { description: '待查明的问题，1–2000 字 / What has to be found out' })
    question: string,
    @Ctx() context: CaseContext,
  ) {
    const command = commandOf(context, { key: keyOf(id), question: textOf(question, 'question') });
    return toMutationResult(referToDesk(this.parts.ports, command), context, (key) => load(context, key));
  }

  @Mutation(() => ContactResult, {
    description: '咨询台接手；责任从此转移（A-16） / A desk officer takes a waiting consultation over',
  })
  @AllowedTo(...staffRoles)
  takeFromDesk(@Arg('id', () => ID, { description: '接待 / Contact' }) id: string, @Ctx() context: CaseContext) {
    const command = commandOf(context, { key: keyOf(id) });
    return toMutationResult(takeFromDesk(this.parts.ports, command), context, (key) => load(context, key));
  }

  @FieldResolver(() => CaseType, { nullable: true, description: '由此受理的办件 / The case that came of it' })
  case(@Root() { caseId }: ContactType, @Ctx() { loaders }: CaseContext) {
    return caseId && loaders.case.load(caseId);
  }
}

function load({ loaders }: CaseContext, key: HallKey) {
  return loaders.contact.load(globalId(key));
}
