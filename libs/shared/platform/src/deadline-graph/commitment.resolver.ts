import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Clock } from '@hall/kernel';
import { keyOf } from '../graphql';
import type { SubgraphContext } from '../graphql';
import type { DeadlineLoaders } from './loaders';
import { statusOrError, toStepType } from './to-commitment';
import { CommitmentType, DeadlineExplanationType } from './commitment.type';

/** The derivation of a date, only when somebody asks for it. */
@Resolver(() => CommitmentType)
export class ExplanationResolver {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  @FieldResolver(() => Date, { nullable: true, description: '首次预警时刻 / When it was first warned of' })
  async warnedAt(@Root() { termId }: CommitmentType, @Ctx() { loaders }: SubgraphContext<DeadlineLoaders>) {
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
    @Ctx() { locale, loaders }: SubgraphContext<DeadlineLoaders>,
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
