import { describeSettings } from '../config';
import type { SettingRow } from '../config';
import type { Invariant } from '../audit';
import type { z } from 'zod';
import type { Subgraph } from '../graphql';

/** What the audit asks of a service: what must hold of its rows, and of which events of which service it keeps something. */
export interface Audited {
  readonly invariants: readonly Invariant[];
  readonly consumes: Readonly<Record<string, readonly string[]>>;
}

/** What a service tells of itself for the generated files: its settings, and its schema when it is a subgraph. */
interface ServiceDescription {
  readonly settings: readonly SettingRow[];
  readonly sdl?: string;
  readonly access?: Subgraph['access'];
  readonly audited?: Audited;
}

/** Prints a service's description as JSON, for the tools that write and check generated files, and for the audit. */
export function printDescription(settings: z.ZodObject, subgraph?: Subgraph, audited?: Audited): void {
  const ofGraph = subgraph && { sdl: subgraph.sdl, access: subgraph.access };
  const description: ServiceDescription = {
    settings: describeSettings(settings),
    ...ofGraph,
    ...(audited && { audited }),
  };
  process.stdout.write(`${JSON.stringify(description)}\n`);
}
