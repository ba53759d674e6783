import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  AllowedTo,
  PageArgs,
  pageSize,
  shownAs,
  staffRoles,
  toConnection,
  parseDatedCursor,
  toCursor,
  ofAnotherHall,
  Input,
} from '@hall/platform/graphql';
import { answerMajorMatter, reportMajorMatter } from '../../use-cases/major-matters/report-major-matter';
import { MajorMatterInput, AnswerMajorMatterInput } from './major-matter.input';
import type { CaseContext } from '../loaders';
import { MajorMatterResult, MajorMatterConnection, MajorMatterType } from './major-matter.type';
import type { CaseParts } from '../queries';
import { act } from '../results';

/** Major matters: reported the same day, answered within a working day. */
@Resolver(() => MajorMatterType)
export class MajorMatterResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => MajorMatterConnection, {
    description:
      '请示汇报，最新在前：中心看全部，部门负责人看本部门，其他人看本人报告的（S1.2h） / Major matters, the newest first: all of the hall for leaders and the office, a head’s own department, else what one has reported',
  })
  @AllowedTo(...staffRoles)
  async majorMatters(
    @Arg('onlyOpen', () => Boolean, { nullable: true, description: '仅未答复 / Unanswered ones only' })
    onlyOpen: boolean | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor }: CaseContext,
  ) {
    const size = pageSize(first);
    const place = parseDatedCursor(after);
    const { hallCode = '', account = '' } = actor;
    const rows = await this.parts.queries.majorMatters.matterPage(
      { hallCode, account },
      onlyOpen ?? false,
      place,
      size,
    );
    return toConnection(rows, size, ({ reportedAt, id }) => toCursor(reportedAt, id), shownAs(MajorMatterType));
  }

  @Mutation(() => MajorMatterResult, {
    description: '请示汇报重大问题（S1.2h、A-02） / Reports a major matter upwards',
  })
  @AllowedTo(...staffRoles)
  reportMajorMatter(@Input(() => MajorMatterInput) input: MajorMatterInput, @Ctx() context: CaseContext) {
    const { caseId, contactId, occurredAt = null, ...said } = input;
    const hallCode = context.actor.hallCode ?? '';
    for (const [field, key] of Object.entries({ caseId, contactId }))
      if (key && key.hallCode !== hallCode) throw ofAnotherHall(field);
    const of = { caseId: caseId?.id ?? null, contactId: contactId?.id ?? null };
    return act(this.parts, context, reportMajorMatter, { hallCode, ...said, ...of, occurredAt }, 'matter');
  }

  @Mutation(() => MajorMatterResult, { description: '上级答复（S1.2h） / A superior answers a major matter' })
  @AllowedTo('SECTION_HEAD', 'CENTRE_LEADER')
  answerMajorMatter(@Input(() => AnswerMajorMatterInput) input: AnswerMajorMatterInput, @Ctx() context: CaseContext) {
    const { majorMatterId: key, ...said } = input;
    return act(this.parts, context, answerMajorMatter, { key, ...said }, 'matter');
  }
}
