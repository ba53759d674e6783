import { defaultFieldResolver, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { isPlainText } from '@hall/kernel';
import { badInput } from './errors';
import type { FieldError } from './errors';
import { hasFields, mapTexts } from './map-texts';

/** Makes every field refuse arguments with such characters, however deep inside, before anything else looks at them. */
export function refuseControlCharacters(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields()).filter(({ args }) => args.length > 0)) {
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, context, info) => {
        // Like all other faults, those of an input are named by their path inside it.
        const { input, ...loose } = args as { input?: unknown };
        // Lines end with a line feed; what some keyboards and forms put before it is no part of a text.
        mapTexts(args, (text) => text.replaceAll('\r\n', '\n'));
        const faults = [input, loose].flatMap((given) => faultsIn(given, ''));
        if (faults.length > 0) throw badInput(...faults);
        return resolve(source, args, context, info);
      };
    }
  }
}

const reason = '含有控制字符或不可见字符 / contains control or invisible characters';

function faultsIn(value: unknown, field: string): FieldError[] {
  if (typeof value === 'string') return isPlainText(value) ? [] : [{ field, reason }];
  if (!hasFields(value)) return [];
  const path = field === '' ? '' : `${field}.`;
  return Object.entries(value).flatMap(([name, inner]) => faultsIn(inner, `${path}${name}`));
}
