import type { Clause, RegulationDefault } from './clause';
import { regulationDefaults } from './defaults';
import { system1 } from './staff-conduct';
import { system2 } from './first-contact';
import { system3 } from './service-commitments';
import { system4 } from './one-time-notice';
import { system5 } from './ab-posts';
import { system6 } from './complaints';

export type { Clause, EnforcementClass, RegulationDefault } from './clause';
export { defaultValues, defaultValuesSchema } from './default-values';
export type { DefaultValues } from './default-values';
export { groundsOfComplaint } from './grounds';
export { regulationDefaults };

/** Every clause of the six systems, in their order. */
export const clauses: readonly Clause[] = [...system1, ...system2, ...system3, ...system4, ...system5, ...system6];

/** Every clause, then every default that fills a gap in them: all the ids that anything may cite. */
export const regulation: readonly (Clause | RegulationDefault)[] = [...clauses, ...regulationDefaults];

/** The defaults that complete a clause; A-30, on counting days, completes every one and is not repeated here. */
export function defaultsOf(clauseId: string): readonly RegulationDefault[] {
  return regulationDefaults.filter(({ fills }) => fills.includes(clauseId));
}
