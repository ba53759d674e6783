import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import {
  AllowedTo,
  idsOfHall,
  PageArgs,
  pageSize,
  staffRoles,
  toConnection,
  parseDatedCursor,
  toCursor,
  Input,
  KeyArg,
} from '@hall/platform/graphql';
import type { Command } from '@hall/platform/use-case';
import { referToDesk, takeFromDesk } from '../../use-cases/contacts/ask-desk';
import type { CasePorts } from '../../use-cases/ports';
import type { EndContact } from '../../use-cases/contacts/close-contact';
import { endContact } from '../../use-cases/contacts/close-contact';
import { recordContact } from '../../use-cases/contacts/record-contact';
import { acknowledgeReferral, referContact } from '../../use-cases/contacts/refer-contact';
import {
  RecordContactInput,
  AnswerContactInput,
  ReferContactInput,
  ReferOutsideInput,
  ReferToDeskInput,
} from './contact.input';
import type { CaseContext } from '../loaders';
import { ContactResult, RecordContactResult, ContactConnection, ContactType } from './contact.type';
import { toContactType } from './to-contact';
import { CaseType } from '../cases/case.type';
import type { CaseParts } from '../queries';
import { act } from '../results';

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
    @KeyArg('ownerId', '负责人 / Who answers for them', { nullable: true }) owner: HallKey | null,
    @Arg('atDesk', () => Boolean, {
      nullable: true,
      description: '仅在咨询台等候的（A-16） / Only those that wait at the desk',
    })
    atDesk: boolean | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const size = pageSize(first);
    const hallCode = actor.hallCode ?? '';
    const rows = await this.parts.queries.contacts.openContacts(
      hallCode,
      { ...idsOfHall(hallCode, { ownerId: owner }), atDesk: atDesk === true },
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
  recordContact(@Input(() => RecordContactInput) input: RecordContactInput, @Ctx() context: CaseContext) {
    const { windowId: window, itemId: item, ...contact } = input;
    return act(this.parts, context, recordContact, { window, item, ...contact }, 'contact');
  }

  @Mutation(() => ContactResult, { description: '解答并结束（S2.1b） / Answers and ends a contact' })
  @AllowedTo(...staffRoles)
  answerContact(@Input(() => AnswerContactInput) input: AnswerContactInput, @Ctx() context: CaseContext) {
    const { contactId: key, answer, outcome, itemId, mode, idempotencyKey } = input;
    const told = itemId && { item: itemId, mode };
    const said = { key, end: { outcome, answer }, told, idempotencyKey };
    return act(this.parts, context, endContactAs('answerContact'), said, 'contact');
  }

  @Mutation(() => ContactResult, {
    description:
      '导办至大厅以外的机关，须写明机关及联系方式（A-16） / Guides the client to a named body outside the hall',
  })
  @AllowedTo(...staffRoles)
  referOutside(@Input(() => ReferOutsideInput) input: ReferOutsideInput, @Ctx() context: CaseContext) {
    const { contactId: key, body: referredTo, answer, idempotencyKey } = input;
    const said = { key, end: { outcome: 'REFERRED' as const, referredTo, answer }, told: null, idempotencyKey };
    return act(this.parts, context, endContactAs('referOutside'), said, 'contact');
  }

  @Mutation(() => ContactResult, {
    description:
      '导办至另一窗口；对方接收前责任不转移（S2.2c） / Offers a contact to another window; the owner stays until it is acknowledged',
  })
  @AllowedTo(...staffRoles)
  referContact(@Input(() => ReferContactInput) input: ReferContactInput, @Ctx() context: CaseContext) {
    const { contactId: key, toWindowId: toWindow, ...why } = input;
    return act(this.parts, context, referContact, { key, toWindow, ...why }, 'contact');
  }

  @Mutation(() => ContactResult, { description: '接收导办；责任从此转移（S2.2c） / Takes a referred contact over' })
  @AllowedTo(...staffRoles)
  acknowledgeReferral(@KeyArg('referralId', '导办 / Referral') referral: HallKey, @Ctx() context: CaseContext) {
    return act(this.parts, context, acknowledgeReferral, { referral }, 'contact');
  }

  @Mutation(() => ContactResult, {
    description:
      '无法确定主管单位时转咨询台待答复；接手前责任不转移（A-16） / Passes a matter of nobody to the desk; the owner stays until it is taken',
  })
  @AllowedTo(...staffRoles)
  referToDesk(@Input(() => ReferToDeskInput) input: ReferToDeskInput, @Ctx() context: CaseContext) {
    const { contactId: key, ...asked } = input;
    return act(this.parts, context, referToDesk, { key, ...asked }, 'contact');
  }

  @Mutation(() => ContactResult, {
    description: '咨询台接手；责任从此转移（A-16） / A desk officer takes a waiting consultation over',
  })
  @AllowedTo(...staffRoles)
  takeFromDesk(@KeyArg('contactId', '接待 / Contact') key: HallKey, @Ctx() context: CaseContext) {
    return act(this.parts, context, takeFromDesk, { key }, 'contact');
  }

  @FieldResolver(() => CaseType, { nullable: true, description: '由此受理的办件 / The case that came of it' })
  case(@Root() { caseId }: ContactType, @Ctx() { loaders }: CaseContext) {
    return caseId && loaders.case.load(caseId);
  }
}

/** Both ways of ending a contact are the same act under its own name. */
function endContactAs(operation: 'answerContact' | 'referOutside') {
  return (ports: CasePorts, command: Command<EndContact>) => endContact(ports, command, operation);
}
