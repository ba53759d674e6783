import { badInput } from './errors';

/** Checks a text argument; inputs have decorators for that, bare arguments have this. */
export function textOf(text: string, field: string, least = 1, most = 2000): string {
  const trimmed = text.trim();
  if (trimmed.length < least || trimmed.length > most)
    throw badInput({ field, reason: `${least}–${most} 字 / ${least} to ${most} characters` });
  return trimmed;
}
