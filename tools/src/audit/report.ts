import type { Invariant, Violation } from '@hall/platform/audit';

/** An invariant and where it does not hold. */
export interface Checked extends Pick<Invariant, 'name' | 'clause' | 'text'> {
  /** Whose it is; `hall` for what must hold between services. */
  readonly service: string;
  readonly violations: readonly Violation[];
}

/** The checks that have found something. */
export const brokenOf = (checked: readonly Checked[]): readonly Checked[] =>
  checked.filter(({ violations }) => violations.length > 0);

function toLine({ hall, subject, owner, since, detail }: Violation): string {
  const parts = [hall, subject, owner && `of ${owner}`, since && `since ${since.toISOString()}`, detail];
  return `      ${parts.filter((part) => part).join(' · ')}`;
}

/**
 * The audit as it is read in a terminal: each check with its count, what is violated with what, whose and since when.
 *
 * @param shown which checks to name; all of them are counted
 */
export function toLines(checked: readonly Checked[], now: Date, shown = checked): string[] {
  const broken = brokenOf(checked);
  return [
    `audit at ${now.toISOString()}`,
    ...shown.flatMap(({ service, name, clause, text, violations }) => [
      `${String(violations.length).padStart(5)}  ${service.padEnd(10)}  ${name}${clause ? ` (${clause})` : ''}: ${text}`,
      ...violations.map(toLine),
    ]),
    broken.length === 0
      ? `${checked.length} checks, no violation`
      : `${checked.length} checks, ${broken.reduce((sum, { violations }) => sum + violations.length, 0)} violations of ${broken.length}`,
  ];
}
