/** The SQLSTATEs we react to, with what they mean to us. */
export const SqlState = {
  /** Two serializable transactions crossed: run the whole again. */
  serializationFailure: '40001',
  /** Two transactions waited for each other: run the whole again. */
  deadlock: '40P01',
  uniqueViolation: '23505',
  exclusionViolation: '23P01',
} as const;

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
