import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AllowedTo, badInput, commandOf, globalId, keyOf, staffRoles } from '@hall/platform/graphql';
import type { CaseQueries } from '../persistence/case-queries';
import { decideCase } from '../use-cases/decide-case';
import { deliverResult } from '../use-cases/deliver-result';
import type { CasePorts } from '../use-cases/ports';
import { recordContact } from '../use-cases/record-contact';
import { submitCase } from '../use-cases/submit-case';
import { answer } from './case-refusal.type';
import { DeliverResultInput, RecordContactInput, SubmitCaseInput } from './inputs/case.input';
import type { CaseContext } from './loaders';
import { CaseResult, RecordContactResult, SubmitCaseResult } from './results';
import { CaseType, ContactType } from './types/case.type';

/** First contacts and cases. */
@Resolver()
export class CaseResolver {
  constructor(
    private readonly ports: CasePorts,
    private readonly queries: CaseQueries,
  ) {}

  @Query(() => ContactType, { nullable: true, description: '首次接待 / A first contact' })
  @AllowedTo(...staffRoles)
  contact(@Arg('id', () => ID, { description: '接待标识 / Contact' }) id: string, @Ctx() { loaders }: CaseContext) {
    return loaders.contact.load(id);
  }

  @Query(() => CaseType, {
    nullable: true,
    description: '按编号或标识查办件；无权知悉者视同不存在 / A case by id or number; null when it is not yours to see',
  })
  @AllowedTo(...staffRoles, 'APPLICANT', 'ADMIN')
  async case(
    @Arg('id', () => ID, { nullable: true, description: '办件标识 / Id' }) id: string | null,
    @Arg('number', () => String, { nullable: true, description: '办件编号 / Number' }) number: string | null,
    @Ctx() { loaders, actor }: CaseContext,
  ) {
    if (id) return loaders.case.load(id);
    const found = number && actor.hallCode ? await this.queries.caseByNumber(actor.hallCode, number) : undefined;
    return found ? loaders.case.load(globalId(found)) : null;
  }

  @Mutation(() => RecordContactResult, {
    description: '登记首次接待；登记人即首问责任人（S2.1a） / The caller becomes first-contact officer',
  })
  @AllowedTo(...staffRoles)
  recordContact(
    @Arg('input', () => RecordContactInput, { description: '内容 / What it says' }) input: RecordContactInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, windowId, channel, subject } = input;
    const command = commandOf(
      context,
      { channel, subject, window: windowId == null ? null : keyOf(windowId) },
      idempotencyKey,
    );
    return answer(recordContact(this.ports, command), context, (key) => context.loaders.contact.load(globalId(key)));
  }

  @Mutation(() => SubmitCaseResult, {
    description: '提交申请：材料齐全即受理并出具受理单（S3.4b） / Complete materials are accepted on the spot',
  })
  @AllowedTo(...staffRoles)
  submitCase(
    @Arg('input', () => SubmitCaseInput, { description: '内容 / What it says' }) input: SubmitCaseInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, itemId, windowId, contactId, applicant, materials } = input;
    const { name, idNumber, phone, account } = applicant;
    const submission = {
      item: keyOf(itemId),
      window: keyOf(windowId),
      contact: contactId == null ? null : keyOf(contactId),
      applicant: { name, idNumber: idNumber.toUpperCase(), phone: phone ?? null, account: account ?? null },
      materials,
    };
    const command = commandOf(context, submission, idempotencyKey);
    return answer(submitCase(this.ports, command), context, (key) => context.loaders.case.load(globalId(key)));
  }

  @Mutation(() => CaseResult, { description: '作出决定；期限到此为止 / Decide a case; that ends its term' })
  @AllowedTo(...staffRoles)
  decideCase(
    @Arg('caseId', () => ID, { description: '办件 / Case' }) caseId: string,
    @Arg('approved', () => Boolean, { description: '是否准予 / Whether it is granted' }) approved: boolean,
    @Arg('grounds', () => String, { description: '理由与依据，1–2000 字 / Grounds' }) grounds: string,
    @Ctx() context: CaseContext,
  ) {
    if (grounds.trim() === '' || grounds.length > 2000) throw badInput({ field: 'grounds', reason: '1…2000' });
    const command = commandOf(context, { key: keyOf(caseId, 'caseId'), approved, grounds });
    return answer(decideCase(this.ports, command), context, (key) => context.loaders.case.load(globalId(key)));
  }

  @Mutation(() => CaseResult, {
    description: '在受理的同一窗口送达结果（S3.4c） / Hand the result over at the same window',
  })
  @AllowedTo(...staffRoles)
  deliverResult(
    @Arg('input', () => DeliverResultInput, { description: '内容 / What it says' }) input: DeliverResultInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, caseId, windowId, identityChecked } = input;
    const command = commandOf(
      context,
      { key: keyOf(caseId), window: keyOf(windowId), identityChecked },
      idempotencyKey,
    );
    return answer(deliverResult(this.ports, command), context, (key) => context.loaders.case.load(globalId(key)));
  }
}
