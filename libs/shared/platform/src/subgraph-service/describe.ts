import { describeSettings } from '../config';
import type { SettingRow } from '../config';
import type { z } from 'zod';

/** What a service tells of itself for the generated files: its settings, and its schema when it is a subgraph. */
export interface ServiceDescription {
  readonly settings: readonly SettingRow[];
  readonly sdl?: string;
}

/** Prints a service's description as JSON, for the tools that write and check generated files. */
export function printDescription(settings: z.ZodObject, sdl?: string): void {
  const description: ServiceDescription = { settings: describeSettings(settings), ...(sdl !== undefined && { sdl }) };
  process.stdout.write(`${JSON.stringify(description)}\n`);
}
