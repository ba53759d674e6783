/**
 * Marks a place that no value can reach; the compiler complains when a new case is not handled.
 *
 * @throws Error when a value arrives all the same, e.g. from an older stored row
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
