import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, select } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { Cipher, KeyedHash } from '@hall/platform/privacy';
import type { Complainant, Complaint, ComplaintActionKind } from '../../domain/register/complaint';
import type { Viewer } from '../../domain/register/viewer';
import { tables } from '../rows';
import { toComplaint } from './complaint-store';
import { notConcerning } from './visibility';

/** A row that belongs to a complaint. */
export type OfComplaint<T> = T & { readonly hallCode: string; readonly complaintId: string };

/** One line of a complaint's record, as stored. */
export interface RecordedAction {
  readonly sequence: number;
  readonly kind: ComplaintActionKind;
  readonly at: Date;
  readonly officerId: string | null;
  readonly clause: string | null;
  readonly note: string | null;
}

/** The read side of complaints. Every statement about a complaint carries its reader. */
export class ComplaintQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly hash: KeyedHash,
  ) {}

  async complaints(reader: Viewer, keys: readonly HallKey[]): Promise<Complaint[]> {
    return this.#visible(reader, 'c.id = any($3)', [
      keys.filter(({ hallCode }) => hallCode === reader.hallCode).map(({ id }) => id),
    ]);
  }

  async complaintByNumber(reader: Viewer, number: string): Promise<Complaint | undefined> {
    const [found] = await this.#visible(reader, 'c.number = $3', [number]);
    return found;
  }

  /** The one way to a complaint: in the reader's hall, not concerning the reader, and the reader's own for an applicant. */
  async #visible(
    { scope, account, hallCode }: Viewer,
    condition: string,
    parameters: readonly unknown[],
  ): Promise<Complaint[]> {
    if (scope !== 'STAFF' && scope !== 'OWN') return [];
    const isOwn = scope === 'OWN';
    const own = isOwn ? `and c.registered_by = $${parameters.length + 3}` : '';
    const rows = await select(
      this.database,
      tables.complaints,
      `c where c.hall_code = $1 and ${condition} ${own} and ${notConcerning(2)}`,
      [hallCode, account, ...parameters, ...(isOwn ? [this.hash('complainant', account)] : [])],
    );
    return rows.map(toComplaint);
  }

  /** Complainants, opened; callers mask them. Ask only for complaints that the reader has been shown. */
  async complainants(complaints: readonly HallKey[]): Promise<OfComplaint<Complainant>[]> {
    const rows = await select(
      this.database,
      tables.complainants,
      `where ${byKeys('complaint_id')}`,
      keyColumns(complaints),
    );
    return rows.map(({ hallCode, complaintId, nameSealed, phoneSealed }) => {
      const open = (sealed: string): string => this.cipher.open(sealed, `complainants/${complaintId}`);
      return { hallCode, complaintId, name: open(nameSealed), phone: phoneSealed === null ? null : open(phoneSealed) };
    });
  }

  actions(complaints: readonly HallKey[]): Promise<OfComplaint<RecordedAction>[]> {
    const rest = `where ${byKeys('complaint_id')} order by hall_code, complaint_id, sequence`;
    return select(this.database, tables.complaintActions, rest, keyColumns(complaints));
  }
}
