import { noteStaff } from '../actor';
import type { Tx } from '../postgres';

/** A member of staff, as far as other services need to know. */
export interface KnownStaff {
  readonly id: string;
  readonly departmentId: string;
  readonly roles: readonly string[];
}

/** A window, as far as other services need to know. */
export interface KnownWindow {
  readonly id: string;
  readonly number: string;
  readonly departmentId: string;
}

/** Authority over a post, as last heard from staffing. */
export interface HeldPost {
  readonly postId: string;
  readonly role: string;
  readonly actingForId: string | null;
  readonly coverId: string | null;
}

/** An opening session of the hall, `HH:MM` local time. */
export interface KnownSession {
  readonly from: string;
  readonly to: string;
}

/** Opening sessions of a hall. */
export async function findSessions(tx: Tx, hallCode: string): Promise<readonly KnownSession[] | undefined> {
  const [row] = await tx.query<{ sessions: KnownSession[] }[]>(
    'select sessions from known_halls where hall_code = $1',
    [hallCode],
  );
  return row?.sessions;
}

/** The member of staff behind a sign-in account. */
export async function findStaffByAccount(tx: Tx, hallCode: string, account: string): Promise<KnownStaff | undefined> {
  const [row] = await tx.query<{ id: string; department_id: string; roles: string[] }[]>(
    'select id, department_id, roles from known_staff where hall_code = $1 and account = $2',
    [hallCode, account],
  );
  if (row) noteStaff(tx, hallCode, account, row.id);
  return row && { id: row.id, departmentId: row.department_id, roles: row.roles };
}

/** A member of staff by their key. */
export async function findStaffById(tx: Tx, hallCode: string, id: string): Promise<KnownStaff | undefined> {
  const [row] = await tx.query<{ id: string; department_id: string; roles: string[] }[]>(
    'select id, department_id, roles from known_staff where hall_code = $1 and id = $2',
    [hallCode, id],
  );
  return row && { id: row.id, departmentId: row.department_id, roles: row.roles };
}

/** A window by its key. */
export async function findWindow(tx: Tx, hallCode: string, id: string): Promise<KnownWindow | undefined> {
  const [row] = await tx.query<{ id: string; number: string; department_id: string }[]>(
    'select id, number, department_id from known_windows where hall_code = $1 and id = $2',
    [hallCode, id],
  );
  return row && { id: row.id, number: row.number, departmentId: row.department_id };
}

/** The windows of a hall at which somebody is on duty. */
export async function findOpenWindows(tx: Tx, hallCode: string): Promise<KnownWindow[]> {
  const rows = await tx.query<{ id: string; number: string; department_id: string }[]>(
    `select id, number, department_id from known_windows w where hall_code = $1 and exists (
       select from known_posts p where p.hall_code = w.hall_code and p.window_id = w.id and p.holder_id is not null)`,
    [hallCode],
  );
  return rows.map(({ id, number, department_id: departmentId }) => ({ id, number, departmentId }));
}

/** Who answers for a department: its section head, else the centre's office; the one with the first badge of several. */
export async function findHeadOf(tx: Tx, hallCode: string, departmentId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }[]>(
    `select id from known_staff
      where hall_code = $1 and (('SECTION_HEAD' = any(roles) and department_id = $2) or 'CENTRE_OFFICE' = any(roles))
      order by 'SECTION_HEAD' = any(roles) and department_id = $2 desc, badge_number, id limit 1`,
    [hallCode, departmentId],
  );
  return row?.id;
}

/** The post of a window whose authority this person holds now (S5.4b). The lead's own post comes before a covered one. */
export async function findHeldPost(
  tx: Tx,
  hallCode: string,
  windowId: string,
  staffId: string,
): Promise<HeldPost | undefined> {
  const [row] = await tx.query<
    { id: string; holder_role: string; acting_for_id: string | null; cover_id: string | null }[]
  >(
    `select id, holder_role, acting_for_id, cover_id from known_posts
      where hall_code = $1 and window_id = $2 and holder_id = $3
      order by holder_role = 'LEAD' desc, id limit 1`,
    [hallCode, windowId, staffId],
  );
  return row && { postId: row.id, role: row.holder_role, actingForId: row.acting_for_id, coverId: row.cover_id };
}

/** Whether and how this person holds the authority of one post now. */
export async function findAuthority(
  tx: Tx,
  hallCode: string,
  postId: string,
  staffId: string,
): Promise<HeldPost | undefined> {
  const [row] = await tx.query<
    { id: string; holder_role: string; acting_for_id: string | null; cover_id: string | null }[]
  >(
    'select id, holder_role, acting_for_id, cover_id from known_posts where hall_code = $1 and id = $2 and holder_id = $3',
    [hallCode, postId, staffId],
  );
  return row && { postId: row.id, role: row.holder_role, actingForId: row.acting_for_id, coverId: row.cover_id };
}
