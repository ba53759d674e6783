import { Length } from 'class-validator';
import { decodeId } from '@hall/kernel';
import { Arg, createParameterDecorator, Field, ID } from 'type-graphql';
import { IsGlobalId, keyOf } from './keys';

/** How a field of an input is asked for, where it is not as usual. */
interface FieldOptions {
  /** Whether it may be left out; then it arrives as null. */
  readonly nullable?: boolean;
}

type Read = (said: unknown) => unknown;
/** Per input class, how what was said of a field is read. */
const readers = new WeakMap<object, Map<string, Read>>();

function readWith(read: Read): PropertyDecorator {
  return (prototype, property) => {
    const own = readers.get(prototype) ?? new Map<string, Read>();
    readers.set(prototype, own.set(String(property), read));
  };
}

function together(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (prototype, property) => decorators.forEach((decorate) => decorate(prototype, property));
}

/** The `ID` of a thing of a hall, in an input. It is checked, and arrives as the key that it stands for. */
export function KeyField(description: string, { nullable = false }: FieldOptions = {}): PropertyDecorator {
  return together(
    Field(() => ID, { description, nullable }),
    IsGlobalId(),
    readWith((id) => decodeId(id as string)),
  );
}

/** The same for several things. */
export function KeysField(description: string, { nullable = false }: FieldOptions = {}): PropertyDecorator {
  return together(
    Field(() => [ID], { description, nullable }),
    IsGlobalId({ each: true }),
    readWith((ids) => (ids as readonly string[]).map((id) => decodeId(id))),
  );
}

/** A text in an input: not blank unless `least` is 0, and not longer than `most`. */
export function TextField(
  description: string,
  most: number,
  { nullable = false, least = 1 }: FieldOptions & { readonly least?: number } = {},
): PropertyDecorator {
  return together(
    Field(() => String, { description, nullable }),
    Length(least, most),
    readWith((text) => text),
  );
}

/** Reads the fields of an input that was checked: ids become keys, and what was not said becomes null. */
export function readInput(input: unknown): void {
  if (typeof input !== 'object' || input === null || input instanceof Date) return;
  const fields = input as Record<string, unknown>;
  for (const inner of Object.values(fields)) readInput(inner);
  for (let type: unknown = Object.getPrototypeOf(input); type; type = Object.getPrototypeOf(type))
    for (const [name, read] of readers.get(type) ?? []) fields[name] = fields[name] == null ? null : read(fields[name]);
}

/** The one argument of a mutation. */
export function Input(type: () => Function): ParameterDecorator {
  return Arg('input', type as () => new () => object, { description: '内容 / What it says' }) as ParameterDecorator;
}

/** The id of the thing, where an operation needs nothing else; it arrives as the key that it stands for, or null. */
export function KeyArg(name: string, description: string, { nullable = false }: FieldOptions = {}): ParameterDecorator {
  return createParameterDecorator(({ args }) => (args[name] == null ? null : keyOf(args[name] as string, name)), {
    arg: { name, typeFunc: () => ID, options: { description, nullable } },
  }) as ParameterDecorator;
}
