import { describeSettings } from '../config';
import type { SettingRow } from '../config';
import type { z } from 'zod';
import type { Subgraph } from '../graphql';

/** What a service tells of itself for the generated files: its settings, and its schema when it is a subgraph. */
interface ServiceDescription {
  readonly settings: readonly SettingRow[];
  readonly sdl?: string;
  readonly access?: Subgraph['access'];
}

/** Prints a service's description as JSON, for the tools that write and check generated files. */
export function printDescription(settings: z.ZodObject, subgraph?: Subgraph): void {
  const ofGraph = subgraph && { sdl: subgraph.sdl, access: subgraph.access };
  const description: ServiceDescription = { settings: describeSettings(settings), ...ofGraph };
  process.stdout.write(`${JSON.stringify(description)}\n`);
}
