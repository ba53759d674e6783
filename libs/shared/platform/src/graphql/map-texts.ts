/** Changes every text inside an argument in its place, however deep; the argument itself stays what it is. */
export function mapTexts(argument: unknown, change: (text: string) => string): void {
  if (!hasFields(argument)) return;
  const fields = argument as Record<string, unknown>;
  for (const [name, field] of Object.entries(fields)) {
    if (typeof field === 'string') fields[name] = change(field);
    else mapTexts(field, change);
  }
}

/** Whether a value of an argument has values inside: an input or a list. An instant is one value. */
export function hasFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
