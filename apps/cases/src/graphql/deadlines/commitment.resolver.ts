import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { keyOf } from '@hall/platform/graphql';
import type { CaseContext } from '../loaders';
import type { CaseParts } from '../queries';
import { statusOrError, toStepType } from './to-commitment';
import { CommitmentType, DeadlineExplanationType } from './commitment.type';

/** The derivation of a date, only when somebody asks for it. */
@Resolver(() => CommitmentType)
export class ExplanationResolver {
  constructor(private readonly parts: CaseParts) {}

  @FieldResolver(() => Date, { nullable: true, description: '首次预警时刻 / When it was first warned of' })
  async warnedAt(@Root() { termId }: CommitmentType, @Ctx() { loaders }: CaseContext) {
    const notified = await loaders.levels.load(termId);
    return notified.find(({ level }) => level === 'AMBER' || level === 'RED')?.at ?? null;
  }

  @FieldResolver(() => DeadlineExplanationType, {
    description: '逐日推算，可指定时点 / The derivation, now or as of an instant',
  })
  async explanation(
    @Root() { ledger, termId }: CommitmentType,
    @Arg('at', () => Date, { nullable: true, description: '时点；缺省为现在 / As of; now when absent' })
    at: Date | null,
    @Ctx() { locale, loaders }: CaseContext,
  ): Promise<DeadlineExplanationType> {
    const calendar = await loaders.calendar.load(keyOf(termId).hallCode);
    const { explanation, dueAt } = statusOrError(ledger, calendar, at ?? this.parts.clock.now(), locale);
    const { clauses, calendarVersion, steps, earliest, latest } = explanation;
    return Object.assign(new DeadlineExplanationType(), {
      clauses,
      calendarVersion,
      dueAt,
      earliest,
      latest,
      steps: steps.map(toStepType),
    });
  }
}
