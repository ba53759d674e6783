/** Others kept changing the same rows until we gave up; nothing was written. */
export class ConflictError extends Error {
  constructor(cause: unknown) {
    super('the same rows kept changing', { cause });
    this.name = 'ConflictError';
  }
}

/** The SQLSTATEs we react to, with what they mean to us. */
export const SqlState = {
  /** Two serializable transactions crossed: run the whole again. */
  serializationFailure: '40001',
  /** Two transactions waited for each other: run the whole again. */
  deadlock: '40P01',
  uniqueViolation: '23505',
  exclusionViolation: '23P01',
} as const;

/** Classes of SQLSTATE that say that the database is not there: connection lost, out of resources, told to stop. */
const outageClasses: ReadonlySet<string> = new Set(['08', '53', '57']);
/** Classes that say that others were in the way. */
const passingClasses: ReadonlySet<string> = new Set(['40', '55']);
/** Of class 57, but of one statement: a time limit, or somebody cancelled it. */
const queryCanceled = '57014';
/** What the driver says of a connection without a code of its own. */
const lostConnection =
  /^(connection terminated|client (was closed|has encountered a connection error)|timeout exceeded when trying to connect)/i;
const lostSocket = /^E(AI_AGAIN|CONN\w+|HOSTUNREACH|NETUNREACH|NOTFOUND|PIPE|TIMEDOUT)$/;

/** Whether an error says that the database cannot be reached or does not serve: nothing that was asked is to blame. */
export function isOutage(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code !== undefined)
    return (outageClasses.has(code.slice(0, 2)) && code !== queryCanceled) || lostSocket.test(code);
  return error instanceof Error && lostConnection.test(error.message);
}

/** Whether an error passes by itself: a lock, a rival, a time limit. */
export function isPassing(error: unknown): boolean {
  const state = sqlStateOf(error instanceof ConflictError ? error.cause : error);
  return state === queryCanceled || passingClasses.has(state?.slice(0, 2) ?? '');
}

/** The SQLSTATE of a driver's error, whatever wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  return textField(error, 'code');
}

/** The name of the constraint that said no. */
export function constraintOf(error: unknown): string | undefined {
  return textField(error, 'constraint');
}

function textField(error: unknown, field: 'code' | 'constraint'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { driverError = error } = error as { driverError?: object };
  const value = (driverError as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
}
