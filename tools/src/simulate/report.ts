import type { DayCount, Tally } from './tally';

const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');

/** A day in a few lines. @param late how many cases are past their day this evening */
export function linesOfDay(
  day: string,
  { arrivals, accepted, refused, statuses }: DayCount,
  late: number,
  seconds: number,
): string[] {
  const of = (name: string): number => accepted.get(name) ?? 0;
  const handed = (status: string): number => statuses.get(`submitCase ${status}`) ?? 0;
  return [
    `${day}  ${arrivals} came, ${of('submitCase')} applied: ${handed('ACCEPTED')} accepted, ${handed('AWAITING_CORRECTION')} noticed, ` +
      `${handed('RECEIVED')} by letter; ${of('decideCase')} decided, ${of('deliverResult')} handed over, ${late} late; ` +
      `${of('registerComplaint')} complaints; ${of('reportAbsence')} absences   (${seconds.toFixed(0)} s)`,
    `            refused: ${counted(refused) || 'nothing'}`,
  ];
}

/** Which mutations of the supergraph nobody played, and which the hall never refused. */
export function coverageOf(mutations: readonly string[], { accepted, refused }: Tally) {
  return {
    played: mutations.filter((name) => accepted.has(name)).length,
    of: mutations.length,
    neverDone: mutations.filter((name) => !accepted.has(name)),
    neverRefused: mutations.filter((name) => !refused.has(name)),
  };
}

/** What the run has come to: coverage, and every fault with the number by which it is found in the logs. */
export function linesOfRun(mutations: readonly string[], tally: Tally, withRefusals: boolean): string[] {
  const { played, of, neverDone, neverRefused } = coverageOf(mutations, tally);
  return [
    `${tally.attempts} attempts (mark ${tally.mark}), ${tally.questions} questions`,
    `coverage: ${played} of ${of} mutations done${neverDone.length ? `; never: ${neverDone.join(', ')}` : ''}`,
    `          ${of - neverRefused.length} refused at least once${neverRefused.length ? `; never: ${neverRefused.join(', ')}` : ''}`,
    ...(withRefusals ? [...tally.refused].sort().map(([name, codes]) => `  ${name}: ${counted(codes)}`) : []),
    `faults: ${tally.faults.length}`,
    ...tally.faults.map(
      ({ at, who, operation, code, message, correlationId, said }) =>
        `  ${at} ${who} ${operation}: ${code} ${correlationId}\n      ${message}\n      said ${JSON.stringify(said)}`,
    ),
  ];
}
