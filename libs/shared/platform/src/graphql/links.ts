import type { Loader } from './loader';
import { Field, UseMiddleware } from 'type-graphql';
import type { ResolverData } from 'type-graphql';
import type { SubgraphContext } from './context';
import { follows } from './hall-of';
import { refTo } from './references.type';

type Class<T> = new () => T;
type OneOrMany<T> = Class<T> | readonly [Class<T>];

/** How a link is shown, where it is not as usual. */
interface LinkOptions {
  readonly nullable?: boolean;
  /** The field's name, where it is not the property's without `Id`. */
  readonly name?: string;
  /** Which of its own properties is the thing's key, where that is not `id`. */
  readonly by?: string;
}

/** Decorates a property, which must hold what the link follows; any other property does not compile. */
type On<Held> = <Name extends string>(type: { readonly [P in Name]?: Held }, property: Name) => void;
/** What the decorated property holds: an id, an id or null where the link may lead nowhere, or ids. */
type HeldBy<Options> = Options extends { readonly nullable: true } ? string | null : string | readonly string[];

/**
 * Stands for a field that is loaded when somebody asks for it, by the id of the thing that has it. There is nothing in it
 * before.
 */
export type Later = undefined;

/** `decidedById` leads to `decidedBy`, `windowIds` to `windows`. */
function fieldNameOf(property: string): string {
  return property.replace(/Id(s?)$/, '$1');
}

/** Declares a field that is worked out of its object without a resolver. Policies stand beside it as beside any field. */
function derivedField(
  type: () => unknown,
  description: string,
  options: LinkOptions,
  resolve: (root: Readonly<Record<string, unknown>>, context: SubgraphContext, property: string) => unknown,
) {
  return (prototype: object, property: string): void => {
    const name = options.name ?? fieldNameOf(property);
    Field(type as () => Class<object>, { name, description, nullable: options.nullable ?? false })(prototype, property);
    if (name !== property && typeof property === 'string' && /Id$/.test(property))
      follows(property)(prototype, property);
    UseMiddleware(({ root, context }: ResolverData) =>
      Promise.resolve(resolve(root as Record<string, unknown>, context as SubgraphContext, property)),
    )(prototype, property);
  };
}

function typeIn<T>(type: OneOrMany<T>): Class<T> {
  return typeof type === 'function' ? type : type[0];
}

/**
 * Declares that the id in this property is shown as a reference to something that another service owns.
 *
 * @example
 * ```ts
 * @Link(() => StaffRef, '决定人 / By whom')
 * readonly decidedById!: string; // in the graph: decidedBy: Staff!
 * ```
 */
export function Link<const Options extends LinkOptions>(
  type: () => OneOrMany<{ id: string }>,
  description: string,
  options?: Options,
): On<HeldBy<Options>> {
  return derivedField(type, description, options ?? {}, (root, _context, property) => {
    const held = root[property] as string | null | readonly string[];
    const target = typeIn(type());
    return typeof held === 'string' || held === null ? refTo(target, held) : held.map((id) => refTo(target, id));
  });
}

/** The GraphQL type of what a loader finds. */
type TypeOf<L> =
  L extends Loader<infer Found>
    ? NonNullable<Found> extends readonly (infer Item)[]
      ? readonly [Class<Item>]
      : Class<NonNullable<Found>>
    : never;

/** Declares a field that one of a service's loaders fills. See {@link loadedBy}. */
export interface LoadedDecorator<Loaders> {
  <Name extends keyof Loaders, const Options extends LinkOptions>(
    loader: Name,
    type: () => TypeOf<Loaders[Name]> | readonly [TypeOf<Loaders[Name]>],
    description: string,
    options?: Options,
  ): On<HeldBy<Options>>;
}

/**
 * Makes the decorator for fields that a service's loaders fill. On a property that ends with `Id` or `Ids` it follows what
 * stands there; on any other it loads by the `id` of the thing itself.
 *
 * @example
 * ```ts
 * @Loaded('item', () => ServiceItemType, '事项 / The item')
 * readonly itemId!: string; // in the graph: item: ServiceItem!
 *
 * @Loaded('slips', () => [AcceptanceSlipType], '受理单 / Slips')
 * readonly slips: Later;
 * ```
 */
export function loadedBy<Loaders>(): LoadedDecorator<Loaders> {
  return ((loader: string, type: () => unknown, description: string, { by = 'id', ...options }: LinkOptions = {}) =>
    derivedField(type, description, options, (root, context, property) => {
      const key = (fieldNameOf(property) === property ? root[by] : root[property]) as string | null | readonly string[];
      const from = (context.loaders as Readonly<Record<string, Loader<unknown>>>)[loader]!;
      if (key === null) return null;
      return typeof key === 'string' ? from.load(key) : from.loadMany(key);
    })) as LoadedDecorator<Loaders>;
}
