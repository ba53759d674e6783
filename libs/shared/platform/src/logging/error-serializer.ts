/** What of an error is logged. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly [field: string]: unknown;
}

/** What PostgreSQL says of a failed statement that is about our tables and not about what is in them. */
const ofTables = ['code', 'schema', 'table', 'column', 'constraint', 'routine'] as const;
/** SQLSTATE class "data exception": the message quotes the value. */
const quotesValues = /^22/;

/**
 * Errors as they are logged. Of a database error neither its parameters nor what PostgreSQL quotes from rows and values
 * (`detail`, `where`, the message of a data exception); of any other error its name, words, code and causes.
 */
export function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const failed = databaseErrorIn(error);
  const hide = failed !== undefined && quotesValues.test(String(failed['code']));
  const message = hide ? `data exception ${String(failed['code'])}` : error.message;
  const fields = failed
    ? ofTables.map((name) => [name, failed[name]] as const)
    : [['code', Reflect.get(error, 'code')]];
  const logged: LoggedError = {
    type: error.name,
    message,
    stack: stackOf(error, message),
    ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
    ...(error.cause !== undefined && { cause: serializeError(error.cause) }),
    ...(error instanceof AggregateError && { errors: error.errors.map(serializeError) }),
  };
  return logged;
}

/** The driver's error, or nothing when this is none: only PostgreSQL's have a severity. */
function databaseErrorIn(error: object): Record<string, unknown> | undefined {
  const { driverError = error } = error as { driverError?: object };
  return 'severity' in driverError ? (driverError as Record<string, unknown>) : undefined;
}

/** The frames alone: the lines above them repeat the message. */
function stackOf(error: Error, message: string): string {
  const frames = /^ {4}at [^]*/m.exec(error.stack ?? '')?.[0] ?? '';
  return `${error.name}: ${message}\n${frames}`;
}
