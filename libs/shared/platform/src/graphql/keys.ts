import { buildMessage, ValidateBy } from 'class-validator';
import { decodeId, encodeId } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';
import { badInput } from './errors';

const notAnId = '不是本系统的标识 / not an id of this system';

/** The GraphQL `ID` of a thing that belongs to a hall. */
export function globalId({ hallCode, id }: HallKey): string {
  return encodeId(hallCode, id);
}

/**
 * The key inside a GraphQL `ID`.
 *
 * @throws BAD_USER_INPUT naming the field when the text is no id of ours
 */
export function keyOf(text: string, field = 'id'): HallKey {
  const key = decodeId(text);
  if (!key) throw badInput({ field, reason: notAnId });
  return key;
}

/**
 * Checks that a thing is asked for by one of its names, and not by two.
 *
 * @throws BAD_USER_INPUT naming the first
 */
export function exactlyOne(names: Readonly<Record<string, unknown>>): void {
  const all = Object.keys(names);
  if (all.filter((name) => names[name] != null).length === 1) return;
  throw badInput({ field: all[0]!, reason: `须指明其中一项 / exactly one is wanted: ${all.join(', ')}` });
}

/** Checks an `ID` in an input; used with `{ each: true }` on lists. */
export function IsGlobalId(options: { readonly each?: boolean } = {}): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isGlobalId',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && decodeId(value) !== undefined,
        defaultMessage: buildMessage(() => notAnId),
      },
    },
    options,
  );
}
