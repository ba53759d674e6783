/** The SQLSTATEs we react to, with what they mean to us. */
export const SqlState = {
  /** Two serializable transactions crossed: run the whole again. */
  serializationFailure: '40001',
  /** Two transactions waited for each other: run the whole again. */
  deadlock: '40P01',
  uniqueViolation: '23505',
  exclusionViolation: '23P01',
  /** Among others: a prepared statement whose table has other columns now. */
  notSupported: '0A000',
  /** Somebody has held the row for longer than we wait. */
  lockNotAvailable: '55P03',
  /** Of one statement: a time limit, or somebody cancelled it. */
  queryCanceled: '57014',
} as const;

/** A statement failed. What it was asked with is not in here. */
export class StatementError extends Error {
  constructor(readonly driverError: Error) {
    super(driverError.message);
    this.name = 'StatementError';
  }

  get code(): string | undefined {
    return sqlStateOf(this.driverError);
  }
}

/** Others kept changing the same rows until we gave up; nothing was written. */
export class ConflictError extends Error {
  constructor(cause: unknown) {
    super('the same rows kept changing', { cause });
    this.name = 'ConflictError';
  }
}

/** The database has no time for us now: rows are held, a limit has passed, there is no connection. Try again later. */
export class UnavailableError extends Error {
  /** When it is worth trying again. */
  static readonly retryAfterSeconds = 2;

  constructor(cause: unknown) {
    super('the database did not answer in time', { cause });
    this.name = 'UnavailableError';
  }
}

/** The connection was lost after the end of a transaction was asked for and before it was answered: it may be done or not. */
export class OutcomeUnknownError extends Error {
  constructor(cause: unknown) {
    super('the connection was lost while the transaction ended', { cause });
    this.name = 'OutcomeUnknownError';
  }
}

/** The SQLSTATE of a driver's error, whatever wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { driverError = error } = error as { driverError?: object };
  const { code } = driverError as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** A prepared statement whose table was changed: prepared again, it succeeds. */
export function isStalePlan(error: unknown): boolean {
  return sqlStateOf(error) === SqlState.notSupported && error instanceof Error && /cached plan/.test(error.message);
}

/** A character, date or number that no column can hold: text with U+0000, the 31st of February, a number too large. */
const badValues: ReadonlySet<string | undefined> = new Set(['22021', '22P05', '22007', '22008', '22003']);

/** A value of the request is one that PostgreSQL cannot hold. */
export function isBadValue(error: unknown): boolean {
  return error instanceof StatementError && badValues.has(sqlStateOf(error));
}

/** Classes of SQLSTATE that say that the database is not there: connection lost, out of resources, told to stop. */
const outageClasses: ReadonlySet<string> = new Set(['08', '53', '57']);
/** Classes that say that others were in the way. */
const passingClasses: ReadonlySet<string> = new Set(['40', '55']);
/** What the driver says of a connection without a code of its own. */
const lostConnection =
  /^(connection terminated|query read timeout|client (was closed|has encountered a connection error)|timeout exceeded when trying to connect)/i;
const lostSocket = /^E(AI_AGAIN|CONN\w+|HOSTUNREACH|NETUNREACH|NOTFOUND|PIPE|TIMEDOUT)$/;

/** Whether an error says that the database cannot be reached or does not serve: nothing that was asked is to blame. */
export function isOutage(error: unknown): boolean {
  const cause = causeOf(error);
  const code = sqlStateOf(cause);
  if (code !== undefined)
    return (outageClasses.has(code.slice(0, 2)) && code !== SqlState.queryCanceled) || lostSocket.test(code);
  return cause instanceof Error && lostConnection.test(cause.message);
}

/** Whether a failed commit may have been done: the server that says that it could not has not done it. */
export function leavesOutcomeOpen(error: unknown): boolean {
  return isOutage(error) && !sqlStateOf(error)?.startsWith('53');
}

/** Whether an error passes by itself: a lock, a rival, a time limit. */
export function isPassing(error: unknown): boolean {
  const state = sqlStateOf(causeOf(error));
  return state === SqlState.queryCanceled || passingClasses.has(state?.slice(0, 2) ?? '');
}

/** Whether what was asked waited for too long, or nobody was there: asked again later, it may succeed. */
export function isUnavailable(error: unknown): boolean {
  return (
    sqlStateOf(error) === SqlState.lockNotAvailable || sqlStateOf(error) === SqlState.queryCanceled || isOutage(error)
  );
}

function causeOf(error: unknown): unknown {
  const isOurs =
    error instanceof ConflictError || error instanceof UnavailableError || error instanceof OutcomeUnknownError;
  return isOurs ? error.cause : error;
}
