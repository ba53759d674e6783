import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
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
  ofAnotherHall,
} from '@hall/platform/graphql';
import { answerMajorMatter, reportMajorMatter } from '../../use-cases/major-matters/report-major-matter';
import { toMutationResult } from '../results';
import { MajorMatterInput } from '../cases/case.input';
import type { CaseContext } from '../loaders';
import { MajorMatterResult, MajorMatterConnection, MajorMatterType } from './major-matter.type';
import { toMatterType } from '../contacts/to-contact';
import type { CaseParts } from '../queries';

/** Major matters: reported the same day, answered within a working day. */
@Resolver(() => MajorMatterType)
export class MajorMatterResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => MajorMatterConnection, { description: '请示汇报，最新在前（S1.2h） / Major matters, the newest first' })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  async majorMatters(
    @Arg('onlyOpen', () => Boolean, { nullable: true, description: '仅未答复 / Unanswered ones only' })
    onlyOpen: boolean | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const size = pageSize(first);
    const place = parseDatedCursor(after);
    const rows = await this.parts.queries.contacts.matterPage(actor.hallCode ?? '', onlyOpen ?? false, place, size);
    return toConnection(rows, size, ({ reportedAt, id }) => toCursor(reportedAt, id), toMatterType);
  }

  @Mutation(() => MajorMatterResult, {
    description: '请示汇报重大问题（S1.2h、A-02） / Reports a major matter upwards',
  })
  @AllowedTo(...staffRoles)
  reportMajorMatter(
    @Arg('input', () => MajorMatterInput, { description: '内容 / What it says' }) input: MajorMatterInput,
    @Ctx() context: CaseContext,
  ) {
    const { idempotencyKey, kind, facts, caseId, contactId, occurredAt } = input;
    const hallCode = context.actor.hallCode ?? '';
    const idOf = (id: string | undefined, field: string): string | null => {
      if (id == null) return null;
      const key = keyOf(id, field);
      if (key.hallCode !== hallCode) throw ofAnotherHall(field);
      return key.id;
    };
    const matter = {
      hallCode,
      kind,
      facts,
      caseId: idOf(caseId, 'caseId'),
      contactId: idOf(contactId, 'contactId'),
      occurredAt: occurredAt ?? null,
    };
    const command = commandOf(context, matter, idempotencyKey);
    return toMutationResult(reportMajorMatter(this.parts.ports, command), context, (key) =>
      context.loaders.matter.load(globalId(key)),
    );
  }

  @Mutation(() => MajorMatterResult, { description: '上级答复（S1.2h） / A superior answers a major matter' })
  @AllowedTo('SECTION_HEAD', 'CENTRE_LEADER')
  answerMajorMatter(
    @Arg('id', () => ID, { description: '请示 / Matter' }) id: string,
    @Arg('answer', () => String, { description: '答复，1–2000 字 / Answer' }) text: string,
    @Ctx() context: CaseContext,
  ) {
    const command = commandOf(context, { key: keyOf(id), answer: textOf(text, 'answer') });
    return toMutationResult(answerMajorMatter(this.parts.ports, command), context, (key) =>
      context.loaders.matter.load(globalId(key)),
    );
  }
}
