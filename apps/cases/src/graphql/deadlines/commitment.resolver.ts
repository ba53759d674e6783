import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isRefused, pausesOf, plainDateOf, refusalText, startOf, deadlineStatus } from '@hall/kernel';
import type { Clock, CommitmentStatus, ExplanationStep, Locale, DeadlineEvent, WorkCalendar } from '@hall/kernel';
import { keyOf, createType } from '@hall/platform/graphql';
import { caseRefusals } from '../../domain/refusals';
import type { CaseContext } from '../loaders';
import { CaseType } from '../cases/case.type';
import { CommitmentType, DeadlineExplanationType, ExplanationStepType, ExtensionType } from './commitment.type';
import { CaseStepType, JointTaskType } from '../cases/part.type';

/** The state of a term as it is derived; a year without a calendar is told to the reader, never guessed around. */
function statusOrError(
  ledger: readonly DeadlineEvent[],
  calendar: WorkCalendar,
  asOf: Date,
  locale: Locale,
): CommitmentStatus {
  const status = deadlineStatus(ledger, calendar, asOf);
  if (!isRefused(status)) return status.value;
  const { code, clause } = status.refusal;
  throw new GraphQLError(refusalText(caseRefusals, status.refusal, locale), {
    extensions: { code: 'CONFLICT', refusal: code, clause },
  });
}

function remainingText({ remaining }: CommitmentStatus, ledger: readonly DeadlineEvent[], locale: Locale): string {
  const { unit } = startOf(ledger).limit;
  const [zh, en] = {
    WORKING_DAY: ['个工作日', 'working days'],
    CALENDAR_DAY: ['天', 'days'],
    WORKING_HOUR: ['分钟工作时间', 'working minutes'],
  }[unit];
  return locale === 'en' ? `${remaining} ${en}` : `${remaining}${zh}`;
}

/** Works a commitment out of a term's ledger, under the calendar that the hall has in force. */
export async function commitmentOf(
  termId: string,
  { loaders, locale }: CaseContext,
  clock: Clock,
): Promise<CommitmentType | null> {
  const ledger = await loaders.ledger.load(termId);
  if (ledger.length === 0) return null;
  const calendar = await loaders.calendar.load(keyOf(termId).hallCode);
  const { limit, at: startedAt } = startOf(ledger);
  const status = statusOrError(ledger, calendar, clock.now(), locale);
  const { state, dueAt, breachedAt, provisional } = status;
  const extension = ledger.find((event) => event.kind === 'EXTEND');
  return createType(CommitmentType, {
    limit,
    startedAt,
    state,
    dueAt,
    breachedAt,
    provisional,
    ledger,
    termId,
    dueOn: dueAt && plainDateOf(dueAt),
    remaining: remainingText(status, ledger, locale),
    pauses: pausesOf(ledger),
    extension: extension ? createType(ExtensionType, { amount: extension.amount, at: extension.at }) : null,
  });
}

/** The promise of a case, derived from its ledger when somebody asks. */
@Resolver(() => CaseType)
export class CaseCommitmentResolver {
  constructor(private readonly clock: Clock) {}

  @FieldResolver(() => CommitmentType, { nullable: true, description: '服务承诺 / The promise' })
  commitment(@Root() { id }: CaseType, @Ctx() context: CaseContext) {
    return commitmentOf(id, context, this.clock);
  }
}

/** The limit of a step, derived like every other. */
@Resolver(() => CaseStepType)
export class StepCommitmentResolver {
  constructor(private readonly clock: Clock) {}

  @FieldResolver(() => CommitmentType, { nullable: true, description: '环节时限（S2.3b） / The limit of the step' })
  commitment(@Root() { id }: CaseStepType, @Ctx() context: CaseContext) {
    return commitmentOf(id, context, this.clock);
  }
}

/** The limit of a department's part, derived like every other. */
@Resolver(() => JointTaskType)
export class TaskCommitmentResolver {
  constructor(private readonly clock: Clock) {}

  @FieldResolver(() => CommitmentType, {
    nullable: true,
    description: '该部门的时限；未开始为 null（S3.4d） / The department’s own limit; null before it starts',
  })
  commitment(@Root() { id }: JointTaskType, @Ctx() context: CaseContext) {
    return commitmentOf(id, context, this.clock);
  }
}

/** The derivation of a date, only when somebody asks for it. */
@Resolver(() => CommitmentType)
export class ExplanationResolver {
  constructor(private readonly clock: Clock) {}

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
    const { explanation, dueAt } = statusOrError(ledger, calendar, at ?? this.clock.now(), locale);
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
