import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isRefused, pausesOf, plainDateOf, refusalText, startOf, statusOfTerm } from '@hall/kernel';
import type { Clock, CommitmentStatus, ExplanationStep, Locale, TermEvent, WorkCalendar } from '@hall/kernel';
import { caseRefusals } from '../domain/refusals';
import type { CaseContext } from './loaders';
import { CaseType } from './types/case.type';
import { CommitmentType, DeadlineExplanationType, ExplanationStepType } from './types/commitment.type';

interface TermTools {
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
}

/** The state of a term as it is derived; a year without a calendar is told to the reader, never guessed around. */
function statusOrError(
  ledger: readonly TermEvent[],
  { calendar }: TermTools,
  asOf: Date,
  locale: Locale,
): CommitmentStatus {
  const status = statusOfTerm(ledger, calendar, asOf);
  if (!isRefused(status)) return status.value;
  const { code, clause } = status.refusal;
  throw new GraphQLError(refusalText(caseRefusals, status.refusal, locale), {
    extensions: { code: 'CONFLICT', refusal: code, clause },
  });
}

function remainingText({ remaining }: CommitmentStatus, ledger: readonly TermEvent[], locale: Locale): string {
  const { unit } = startOf(ledger).limit;
  const [zh, en] = {
    WORKING_DAY: ['个工作日', 'working days'],
    CALENDAR_DAY: ['天', 'days'],
    WORKING_HOUR: ['分钟工作时间', 'working minutes'],
  }[unit];
  return locale === 'en' ? `${remaining} ${en}` : `${remaining}${zh}`;
}

/** The promise of a case, derived from its ledger when somebody asks. */
@Resolver(() => CaseType)
export class CaseCommitmentResolver {
  constructor(private readonly tools: TermTools) {}

  @FieldResolver(() => CommitmentType, { nullable: true, description: '服务承诺 / The promise' })
  async commitment(@Root() { id }: CaseType, @Ctx() { loaders, locale }: CaseContext): Promise<CommitmentType | null> {
    const ledger = await loaders.term.load(id);
    if (ledger.length === 0) return null;
    const { limit, at: startedAt } = startOf(ledger);
    const status = statusOrError(ledger, this.tools, this.tools.clock.now(), locale);
    const { state, dueAt, breachedAt, provisional } = status;
    return Object.assign(new CommitmentType(), {
      limit,
      startedAt,
      state,
      dueAt,
      breachedAt,
      provisional,
      ledger,
      dueOn: dueAt && plainDateOf(dueAt),
      remaining: remainingText(status, ledger, locale),
      pauses: pausesOf(ledger),
    });
  }
}

/** The derivation of a date, only when somebody asks for it. */
@Resolver(() => CommitmentType)
export class ExplanationResolver {
  constructor(private readonly tools: TermTools) {}

  @FieldResolver(() => DeadlineExplanationType, {
    description: '逐日推算，可指定时点 / The derivation, now or as of an instant',
  })
  explanation(
    @Root() { ledger }: CommitmentType,
    @Arg('at', () => Date, { nullable: true, description: '时点；缺省为现在 / As of; now when absent' })
    at: Date | null,
    @Ctx() { locale }: CaseContext,
  ): DeadlineExplanationType {
    const { explanation, dueAt } = statusOrError(ledger, this.tools, at ?? this.tools.clock.now(), locale);
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

function toStepType(step: ExplanationStep): ExplanationStepType {
  const shown = Object.assign(new ExplanationStepType(), { kind: step.kind });
  switch (step.kind) {
    case 'COUNTED':
      return Object.assign(shown, {
        reason: step.reason,
        from: step.from,
        to: step.to,
        holiday: step.holiday,
        remaining: String(step.remaining),
      });
    case 'SKIPPED':
      return Object.assign(shown, { reason: step.reason, from: step.from, to: step.to, holiday: step.holiday });
    case 'PASSED_PAUSED':
      return Object.assign(shown, { reason: step.reason, from: step.from, to: step.to });
    case 'EVENT':
      return Object.assign(shown, { reason: step.ground ?? step.event, from: step.at });
    case 'PROJECTED':
    case 'DUE':
      return Object.assign(shown, { from: step.at });
  }
}
