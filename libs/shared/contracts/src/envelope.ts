import { done, refuse } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { z } from 'zod';
import { hallCode, instant, text, uuid } from './fields';

/** Whether an event says anything about a person: nothing at all, or something about the hall's own staff at work. */
const dataClass = z.enum(['none', 'internal']);

/**
 * What every event carries around its data: the CloudEvents 1.0 attributes, then the extensions of this product. Readers
 * ignore attributes they do not know.
 */
export const envelopeSchema = z.object({
  /** Version of the CloudEvents specification. */
  specversion: z.literal('1.0'),
  /** Identity of this event; the same event delivered twice has the same id. */
  id: uuid,
  /** Kind and version of the fact, and the subject it is published on. */
  type: text,
  /** The service that states the fact, `/staffing`. */
  source: z.string().regex(/^\/[a-z]+$/, 'not /<service>'),
  /** Public id of the thing the fact is about, `<hall code>.<id>`; a hall's own is its code. */
  subject: text,
  /** When the fact became true. */
  time: instant,
  /** Always JSON. */
  datacontenttype: z.literal('application/json'),
  /** Name of the schema of `data`. */
  dataschema: text,
  /** The hall everything in `data` belongs to. */
  hallcode: hallCode,
  /** Kind of thing the fact is about, `Case`. */
  aggregatetype: text,
  /** Id of that thing inside the hall: a bare uuid, the code for a hall, or the number for a calendar year. */
  aggregateid: text,
  /** Position of this fact in the history of that thing, from 1; a reader keeps the highest. */
  sequence: z.int().positive(),
  /** The request or job at the root of it all. */
  correlationid: text,
  /** The event this one follows from; absent when a person or a clock began it. */
  causationid: uuid.optional(),
  /**
   * The member of staff who caused it; absent when a client or the system did. Older events named accounts, which may be phone
   * numbers: whatever is no id of ours is dropped wherever an event is read.
   */
  actorid: uuid.optional().catch(undefined),
  /** Personal-data class of `data`. */
  dataclass: dataClass,
  /** The state after the fact, by the schema of the type. */
  data: z.unknown(),
});

/** An event whose data nobody has checked yet. */
export type Envelope = z.infer<typeof envelopeSchema>;

/**
 * Reads the envelope alone; the data stays unchecked.
 *
 * @refuses ENVELOPE_INVALID with `issues`, one line per fault
 */
export function parseEnvelope(input: unknown): Outcome<Envelope> {
  const parsed = envelopeSchema.safeParse(input);
  return parsed.success
    ? done(parsed.data)
    : refuse({ code: 'ENVELOPE_INVALID', details: { issues: issuesOf(parsed.error) } });
}

/** One line per fault, `path: what is wrong`; never the value itself, which may be anything. */
export function issuesOf(error: z.ZodError): readonly string[] {
  return error.issues.map(({ path, message }) => `${path.join('.') || '(whole)'}: ${message}`);
}
