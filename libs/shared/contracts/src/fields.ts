import { isHallCode, isUuid } from '@hall/kernel';
import { z } from 'zod';

/** A uuid in canonical lower-case form. Inside event data ids are bare; the hall they belong to is in the envelope. */
export const uuid = z.string().refine(isUuid, 'not a lower-case uuid');

/** Code of a hall. */
export const hallCode = z.string().refine(isHallCode, 'not a hall code');

/** An instant, ISO 8601 with an offset or `Z`. */
export const instant = z.iso.datetime({ offset: true });

/** A civil date in the hall's time zone, `YYYY-MM-DD`. */
export const date = z.iso.date();

/** A time of day in the hall's time zone, `HH:MM`, 24 hours; `24:00` ends a day. */
export const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not HH:MM');

/** A code in capitals from a list that may grow without a new version, so that readers must not branch on all of it. */
export const openCode = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'not a CODE_IN_CAPITALS');

/** A text for people that is never empty. */
export const text = z.string().min(1);
