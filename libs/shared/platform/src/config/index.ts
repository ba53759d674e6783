import { z } from 'zod';

/** Every mistake in the settings, so that they are put right in one go. */
export class ConfigError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`settings are wrong:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** One row of the table of settings. */
export interface SettingRow {
  readonly name: string;
  readonly required: boolean;
  readonly default: string | null;
  readonly description: string;
  readonly secret: boolean;
}

/**
 * Reads settings from the environment.
 *
 * @throws ConfigError listing every mistake; values are never repeated, because one of them may be a secret
 */
export function loadConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: NodeJS.ProcessEnv = process.env,
): Readonly<z.infer<Schema>> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, env[name] === '' ? undefined : env[name]]),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return `${name}: ${given[name] === undefined ? 'is missing' : message}`;
    }),
  );
}

/** The settings of a schema as rows, for the generated table. */
export function describeSettings(schema: z.ZodObject): readonly SettingRow[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const fallback = z.safeParse(field as z.ZodType, undefined);
    const { description = '', secret } = ((field as z.ZodType).meta() ?? {}) as {
      description?: string;
      secret?: boolean;
    };
    return {
      name,
      required: !fallback.success,
      default: fallback.success && fallback.data !== undefined ? String(fallback.data) : null,
      description,
      secret: secret === true,
    };
  });
}
