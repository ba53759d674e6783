import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { YearMonth } from '@hall/kernel';
import {
  AllowedTo,
  AllowedToAnyone,
  badInput,
  keyOf,
  fromRow,
  PageArgs,
  pageSize,
  shownAs,
  staffRoles,
  toConnection,
  YearMonthScalar,
  parseDatedCursor,
  toCursor,
  Input,
} from '@hall/platform/graphql';
import { hallOfNumber } from '../../domain/cases/case-number';
import { answerRating, rateService } from '../../use-cases/ratings/rate-service';
import type { RateService } from '../../use-cases/ratings/rate-service';
import { act } from '../results';
import { RateServiceInput, AnswerRatingInput } from './rating.input';
import type { CaseContext } from '../loaders';
import { ServiceRatingResult, RatingFiguresType, ServiceRatingConnection, ServiceRatingType } from './rating.type';
import { ContactType } from '../contacts/contact.type';
import type { CaseParts } from '../queries';

/** Ratings by visitors, and what becomes of the bad ones. */
@Resolver(() => ServiceRatingType)
export class RatingResolver {
  constructor(private readonly parts: CaseParts) {}

  @Query(() => ServiceRatingConnection, {
    description: '评价，最新在前；本人所受评价除外 / Ratings, the newest first; never those about oneself',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  async ratings(
    @Arg('onlyToAnswer', () => Boolean, { nullable: true, description: '仅待核查的差评 / Bad ones without an answer' })
    onlyToAnswer: boolean | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor, viewer }: CaseContext,
  ) {
    const size = pageSize(first);
    const isAbove = (await viewer()).roles.some((role) => role === 'CENTRE_OFFICE' || role === 'CENTRE_LEADER');
    const filter = {
      onlyToAnswer: onlyToAnswer ?? false,
      account: actor.account ?? '',
      ownDepartmentOnly: !isAbove,
    };
    const rows = await this.parts.queries.ratings.ratingPage(
      actor.hallCode ?? '',
      filter,
      parseDatedCursor(after),
      size,
    );
    return toConnection(rows, size, ({ ratedAt, id }) => toCursor(ratedAt, id), shownAs(ServiceRatingType));
  }

  @Query(() => [RatingFiguresType], {
    description: '当月各窗口评价次数（S2.2a、S3.1a） / How often each level was given in a month, by window',
  })
  @AllowedTo(...staffRoles, 'ANALYST')
  async ratingFigures(
    @Arg('month', () => YearMonthScalar, { description: '月份 / Month' }) month: YearMonth,
    @Ctx() { actor }: CaseContext,
  ) {
    const hallCode = actor.hallCode ?? '';
    const counts = await this.parts.queries.ratings.ratingCounts(hallCode, month);
    return [...new Set(counts.map(({ windowId }) => windowId))].map((windowId) => {
      const of = counts.filter((row) => row.windowId === windowId);
      const levels = [1, 2, 3, 4, 5].map((level) => of.find((row) => row.level === level)?.count ?? 0);
      const rated = levels.reduce((sum, count) => sum + count, 0);
      return fromRow(RatingFiguresType, { hallCode, windowId }, { levels, rated });
    });
  }

  @Mutation(() => ServiceRatingResult, {
    description:
      '评价接待或办件，无须登录，凭评价码或查询码；自愿、一次（S2.2a、S3.1a） / Rates a reception or a case by the code that was shown or printed; no sign-in, of free will, once',
  })
  @AllowedToAnyone()
  rateService(@Input(() => RateServiceInput) input: RateServiceInput, @Ctx() context: CaseContext) {
    const { service, level, remark } = input;
    const code = input.code?.toUpperCase() ?? null;
    // A visitor need not sign in: the code is the proof. The record names nobody.
    const said = { ...serviceOf(service), code, level, remark, proof: `${service} ${code}` };
    return act(this.parts, context, rateService, said, 'rating');
  }

  @Mutation(() => ServiceRatingResult, {
    description: '核查差评并反馈，5 个工作日内（S2.2a） / Answers a bad rating, within five working days',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_LEADER')
  answerRating(@Input(() => AnswerRatingInput) input: AnswerRatingInput, @Ctx() context: CaseContext) {
    const { ratingId: key, ...said } = input;
    return act(this.parts, context, answerRating, { key, ...said }, 'rating');
  }
}

/** What a contact shows for its rating. */
@Resolver(() => ContactType)
export class ContactRatingResolver {
  constructor(private readonly parts: CaseParts) {}

  @FieldResolver(() => String, {
    description: '评价码，向来访者出示（如二维码） / Code that the visitor is shown to rate the reception',
  })
  ratingCode(@Root() { id }: ContactType): string {
    return this.parts.queries.ratings.codeOfContact(id);
  }
}

/** Which service is meant: a contact by its id, or a case by its number or a slip's. */
function serviceOf(service: string): Pick<RateService, 'hallCode' | 'of'> {
  const hallCode = hallOfNumber(service);
  if (hallCode !== undefined) return { hallCode, of: { caseNumber: service } };
  if (!service.includes('.'))
    throw badInput({ field: 'service', reason: '既非接待标识也非编号 / neither a contact nor a number' });
  const contact = keyOf(service, 'service');
  return { hallCode: contact.hallCode, of: { contact } };
}
