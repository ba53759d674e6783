import { GraphQLError } from 'graphql';
import { isRefused, pausesOf, plainDateOf, refusalText, startOf, deadlineStatus } from '@hall/kernel';
import type { CommitmentStatus, ExplanationStep, Locale, DeadlineEvent, WorkCalendar } from '@hall/kernel';
import { createType } from '../graphql';
import { commonRefusals } from '../refusals';
import { CommitmentType, ExplanationStepType, ExtensionType, RemainingTimeType } from './commitment.type';

/** The state of a term as it is derived; a year without a calendar is told to the reader, never guessed around. */
export function statusOrError(
  ledger: readonly DeadlineEvent[],
  calendar: WorkCalendar,
  asOf: Date,
  locale: Locale,
): CommitmentStatus {
  const status = deadlineStatus(ledger, calendar, asOf);
  if (!isRefused(status)) return status.value;
  const { code, clause } = status.refusal;
  throw new GraphQLError(refusalText(commonRefusals, status.refusal, locale), {
    extensions: { code: 'CONFLICT', refusal: code, clause },
  });
}

function remainingText({ remaining }: CommitmentStatus, ledger: readonly DeadlineEvent[], locale: Locale): string {
  const { unit } = startOf(ledger).limit;
  const [zh, en] = {
    WORKING_DAY: ['个工作日', 'working day'],
    CALENDAR_DAY: ['天', 'day'],
    WORKING_HOUR: ['分钟工作时间', 'working minute'],
  }[unit];
  return locale === 'en' ? `${remaining} ${en}${remaining === 1 ? '' : 's'}` : `${remaining}${zh}`;
}

/** Works a commitment out of a term's ledger, under the calendar that the hall has in force. */
export function toCommitmentType(
  termId: string,
  ledger: readonly DeadlineEvent[],
  calendar: WorkCalendar,
  { now, locale }: { readonly now: Date; readonly locale: Locale },
): CommitmentType {
  const { limit, at: startedAt } = startOf(ledger);
  const status = statusOrError(ledger, calendar, now, locale);
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
    remainingTime: createType(RemainingTimeType, {
      amount: status.remaining,
      unit: limit.unit === 'WORKING_HOUR' ? 'WORKING_MINUTE' : limit.unit,
    }),
    pauses: pausesOf(ledger),
    extension: extension ? createType(ExtensionType, { amount: extension.amount, at: extension.at }) : null,
  });
}

/** A step of a derivation, for readers. */
export function toStepType(step: ExplanationStep): ExplanationStepType {
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
