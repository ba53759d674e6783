import { CalendarMissingError, parseInstant } from '@hall/kernel';
import { z } from 'zod';

/** What a line that is no history is answered with. */
export class InvalidHistory extends Error {}

/** An instant of a line, in milliseconds. */
export const instant = z.string().transform((text, context) => {
  const at = parseInstant(text);
  if (at === undefined) context.addIssue({ code: 'custom', message: 'is no instant with an offset' });
  return at?.getTime() ?? 0;
});

/**
 * Answers one line of an auditor's door: a line of JSON in, the answer's line out. What cannot be read is an invalid history,
 * never a failure.
 */
export function answerHistory(text: string, answer: (fields: unknown) => object): string {
  let id: unknown = null;
  try {
    const fields = objectOf(text);
    id = fields['id'] ?? null;
    return JSON.stringify({ id, ...answer(fields) });
  } catch (error) {
    if (error instanceof InvalidHistory) {
      return JSON.stringify({ id, error: 'INVALID_HISTORY', reason: error.message });
    }
    if (error instanceof CalendarMissingError) {
      return JSON.stringify({ id, error: 'CALENDAR_MISSING', year: error.year });
    }
    throw error;
  }
}

/** The fields of a history. @throws InvalidHistory naming the first that is wrong */
export function parseHistory<T>(schema: z.ZodType<T>, fields: unknown): T {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const [{ path, message } = { path: [], message: '' }] = parsed.error.issues;
  throw new InvalidHistory(`${path.join('.')}: ${message}`);
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Answered like anything else that is no object.
  }
  throw new InvalidHistory('the line is not a JSON object');
}
