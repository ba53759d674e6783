import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Invariant } from '@hall/platform/audit';
import { repository } from './hall-client';

/** One environment variable of a service. */
export interface SettingRow {
  readonly name: string;
  readonly required: boolean;
  readonly default: string | null;
  readonly description: string;
  readonly secret: boolean;
}

/** Who may have one field of a service's graph. */
export interface FieldAccess {
  readonly type: string;
  readonly field: string;
  readonly audiences: readonly string[];
  /** Whether those who work in a hall have it only of their own hall. */
  readonly isOfHall: boolean;
}

/** What a service tells of itself. */
export interface ServiceDescription {
  readonly settings: readonly SettingRow[];
  readonly sdl?: string;
  readonly access?: readonly FieldAccess[];
  readonly audited?: {
    readonly invariants: readonly Invariant[];
    /** Types of events that it keeps something of, by the service that states them. */
    readonly consumes: Readonly<Record<string, readonly string[]>>;
  };
}

/** The services that are subgraphs. */
export const subgraphs = ['staffing', 'cases', 'complaints'] as const;

/** Asks a built service what it is; tools know services only by what they tell. */
export function describeService(name: string): ServiceDescription {
  const program = resolve(repository, 'apps', name, 'dist/describe.js');
  return JSON.parse(
    execFileSync(process.execPath, [program], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  ) as ServiceDescription;
}
