import { expectedErrorCodes } from '@hall/contracts';
import type { HallKey } from '@hall/kernel';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { ConflictError, isBadValue, OutcomeUnknownError, UnavailableError } from '../postgres';
import type { Logger } from '../logging';

/** What is wrong with one field of an input, addressed by its path inside the arguments. */
export interface FieldError {
  readonly field: string;
  readonly reason: string;
}

/** Everything else is a fault and is masked. */
const expectedCodes: ReadonlySet<unknown> = new Set(expectedErrorCodes);

/** The request does not say who is asking. */
export function unauthenticated(): GraphQLError {
  return new GraphQLError('请先登录 / Sign in first', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}

/** The actor is known and may not have this field. */
export function forbidden(field: string): GraphQLError {
  return new GraphQLError(`无权访问 / Not allowed: ${field}`, { extensions: { code: 'FORBIDDEN' } });
}

/** Input that no rule needs to look at: all wrong fields are named at once (S4.1b applies to software too). */
export function badInput(...fields: readonly FieldError[]): GraphQLError {
  const summary = fields.map(({ field, reason }) => `${field}: ${reason}`).join('; ');
  return new GraphQLError(`输入有误 / Bad input: ${summary}`, { extensions: { code: 'BAD_USER_INPUT', fields } });
}

/** Something that is named belongs to another hall than the rest of the request. */
export function ofAnotherHall(field: string): GraphQLError {
  return badInput({ field, reason: '属于其他大厅 / of another hall' });
}

/**
 * The ids by which a list is narrowed, each of the hall of the list.
 *
 * @throws BAD_USER_INPUT for one of another hall: it would narrow the list to nothing, and look like an answer
 */
export function idsOfHall<Name extends string>(
  hallCode: string,
  keys: Readonly<Record<Name, HallKey | null | undefined>>,
): Record<Name, string | null> {
  const ids = (Object.entries(keys) as [Name, HallKey | null | undefined][]).map(([name, key]) => {
    if (key && key.hallCode !== hallCode) throw ofAnotherHall(name);
    return [name, key?.id ?? null];
  });
  return Object.fromEntries(ids) as Record<Name, string | null>;
}

/** The caller names a hall that is not their own. */
export function notYourHall(): GraphQLError {
  return badInput({ field: 'hallCode', reason: '不是您所在的大厅 / not your hall' });
}

function translate(original: unknown): GraphQLError | undefined {
  if (original instanceof ConflictError) {
    return new GraphQLError('有人同时在处理，请重试 / Somebody else was quicker; please try again', {
      extensions: { code: 'CONFLICT' },
    });
  }
  if (original instanceof UnavailableError) {
    return new GraphQLError('系统繁忙，请稍后重试 / Busy at the moment; please try again shortly', {
      extensions: { code: 'UNAVAILABLE', retryAfterSeconds: UnavailableError.retryAfterSeconds },
    });
  }
  if (original instanceof OutcomeUnknownError) {
    return new GraphQLError(
      '不确定是否已办成，请用同一个 idempotencyKey 再发一次 / It may have been done or not; send it again with the same idempotencyKey',
      { extensions: { code: 'OUTCOME_UNKNOWN', retryAfterSeconds: UnavailableError.retryAfterSeconds } },
    );
  }
  if (isBadValue(original)) {
    return new GraphQLError(
      '输入有误：含有无法保存的字符、日期或数字 / Bad input: a character, date or number that cannot be kept',
      {
        extensions: { code: 'BAD_USER_INPUT', fields: [] },
      },
    );
  }
  return undefined;
}

/** Finds the error that was thrown below the wrappers which the executor puts around it. */
function rootOf(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError) current = current.originalError;
  return current;
}

/**
 * The one place that decides what a caller may see of an error. Expected ones pass, translated where a library
 * threw them; faults are logged once, in full, and leave as a code and a correlation id.
 */
export function errorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const known = translate(rootOf(error));
    if (known) logger.warn({ err: rootOf(error), path: formatted.path }, 'request given back');
    if (known) return { ...formatted, message: known.message, extensions: known.extensions };
    const { stacktrace: _hidden, ...extensions } = formatted.extensions ?? {};
    if (expectedCodes.has(extensions['code'])) return { ...formatted, extensions };
    logger.error({ err: rootOf(error), path: formatted.path }, 'request failed');
    return {
      path: formatted.path,
      message: '系统故障 / Internal error',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
}
