declare const hallCodeBrand: unique symbol;

/** Code of a hall (大厅编号): the leading key of everything that belongs to it. */
export type HallCode = string & { readonly [hallCodeBrand]: true };

/** The key of a thing that belongs to a hall. */
export interface HallKey {
  readonly hallCode: string;
  readonly id: string;
}

const hallCodePattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text can be a hall's code: 1–32 letters, digits, `_` or `-`, beginning with a letter or digit. */
export function isHallCode(text: string): text is HallCode {
  return hallCodePattern.test(text);
}

/** Whether the text is a UUID in its canonical lower-case form. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** The public id of a thing that belongs to a hall: `<hall code>.<uuid>`, so that every look-up knows the hall. */
export function encodeId(hallCode: string, id: string): string {
  return `${hallCode}.${id}`;
}

/** The hall and uuid inside a public id; nothing when the text is no id of ours. */
export function decodeId(text: string): { readonly hallCode: HallCode; readonly id: string } | undefined {
  const dot = text.indexOf('.');
  const hallCode = text.slice(0, dot);
  const id = text.slice(dot + 1);
  return dot > 0 && isHallCode(hallCode) && isUuid(id) ? { hallCode, id } : undefined;
}
