import { done, isRefused } from '@hall/kernel';
import { KnownStaff } from '../actor';
import { retryWhenStale } from '../inbox';
import type { ReadModels } from '../inbox';
import { readOne } from '../postgres';
import type { Asked } from '../postgres';
import { refuseCommonly } from '../refusals';

/** Whoever was registered a moment ago is waited for, as acts wait. */
const staleCodes: ReadonlySet<string> = new Set(['STAFF_NOT_KNOWN']);

/** What a service with a directory knows of the staff of its halls. */
export function createKnownStaff(reader: Asked, readModels: ReadModels): KnownStaff {
  const sql = 'select roles from known_staff where hall_code = $1 and account = $2';
  const known = new KnownStaff(async (hallCode, account) => {
    const found = await retryWhenStale(readModels, staleCodes, async () => {
      const row = await readOne<{ readonly roles: readonly string[] }>(reader, sql, [hallCode, account]);
      return row ? done(row.roles) : refuseCommonly('STAFF_NOT_KNOWN');
    });
    return isRefused(found) ? undefined : found.value;
  });
  readModels.signal.onApplied((type) => {
    if (type.startsWith('hall.staffing.staff.')) known.forget();
  });
  return known;
}
