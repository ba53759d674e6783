import { globalId } from './keys';

/** Makes an instance of a GraphQL type: a union member that is a plain object fails only when somebody asks for it. */
export function createType<T extends object>(type: new () => T, fields: Partial<Record<keyof T, unknown>>): T {
  return Object.assign(new type(), fields);
}

/** The global id of something in a hall; null stays null. */
export function globalIdOrNull(hallCode: string, id: string | null): string | null {
  return id === null ? null : globalId({ hallCode, id });
}

/**
 * A row, for readers: `id` and every id in it (`windowId`) become global ids, the rest stays as it is.
 *
 * @param more what is shown otherwise than it is stored
 */
export function fromRow<T extends object, Row extends { readonly hallCode: string }>(
  type: new () => T,
  row: Row,
  more: Partial<Record<keyof T, unknown>> = {},
): T {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row) as [string, unknown][]) {
    const isId = typeof value === 'string' && (name === 'id' || name.endsWith('Id'));
    shown[name] = isId ? globalId({ hallCode: row.hallCode, id: value }) : value;
  }
  return Object.assign(new type(), shown, more);
}

/** Shows rows as they are stored. See {@link fromRow}. */
export function shownAs<T extends object>(type: new () => T): (row: { readonly hallCode: string }) => T {
  return (row) => fromRow(type, row);
}
