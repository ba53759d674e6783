import type { HallKey } from '@hall/kernel';
import { noteStaff } from '../actor';
import { byKeys, keyColumns, read, readOne } from '../postgres';
import type { Asked, Camel, Tx } from '../postgres';

// The shapes of rows of the directory's tables. The tables are the same in every service that keeps a directory, and no service's
// generated `rows.ts` can be imported here.

type StaffRow = {
  readonly id: string;
  readonly department_id: string;
  readonly roles: readonly string[];
};

type WindowRow = {
  readonly id: string;
  readonly number: string;
  readonly department_id: string;
};

type HeldPostRow = {
  readonly post_id: string;
  readonly role: string;
  readonly acting_for_id: string | null;
  readonly cover_id: string | null;
};

/** A member of staff, as far as other services need to know. */
export type KnownStaff = Camel<StaffRow>;
/** A window, as far as other services need to know. */
export type KnownWindow = Camel<WindowRow>;
/** Authority over a post, as last published by staffing. */
export type HeldPost = Camel<HeldPostRow>;

/** An opening session of the hall, `HH:MM` local time. */
export interface KnownSession {
  readonly from: string;
  readonly to: string;
}

const staff = 'select id, department_id, roles from known_staff';
const windows = 'select w.id, w.number, w.department_id from known_windows w';
const heldPosts = 'select id as post_id, holder_role as role, acting_for_id, cover_id from known_posts';

/** Opening sessions of a hall. */
export async function findSessions(tx: Tx, hallCode: string): Promise<readonly KnownSession[] | undefined> {
  const sql = 'select sessions from known_halls where hall_code = $1';
  const row = await readOne<{ readonly sessions: readonly KnownSession[] }>(tx, sql, [hallCode]);
  return row?.sessions;
}

/** The member of staff behind a sign-in account. */
export async function findStaffByAccount(tx: Tx, hallCode: string, account: string): Promise<KnownStaff | undefined> {
  const found = await readOne<StaffRow>(tx, `${staff} where hall_code = $1 and account = $2`, [hallCode, account]);
  if (found) noteStaff(tx, { hallCode, account, staffId: found.id, roles: found.roles });
  return found;
}

/** A member of staff by their key. */
export function findStaffById(tx: Tx, hallCode: string, id: string): Promise<KnownStaff | undefined> {
  return readOne<StaffRow>(tx, `${staff} where hall_code = $1 and id = $2`, [hallCode, id]);
}

/** To which departments members of staff belong. */
export function findDepartmentsOf(
  reader: Asked,
  keys: readonly HallKey[],
): Promise<(HallKey & { readonly departmentId: string })[]> {
  return read<HallKey & { readonly departmentId: string }>(
    reader,
    `select hall_code, id, department_id from known_staff where ${byKeys()}`,
    keyColumns(keys),
  );
}

/** Whoever has this account in a hall, with the windows of the posts that they hold now. */
export function findCaller(
  reader: Asked,
  hallCode: string,
  account: string,
): Promise<(KnownStaff & { readonly windowIds: readonly string[] }) | undefined> {
  return readOne<StaffRow & { readonly window_ids: readonly string[] }>(
    reader,
    `select id, department_id, roles, array(select p.window_id::text from known_posts p
        where p.hall_code = s.hall_code and p.holder_id = s.id) as window_ids
       from known_staff s where hall_code = $1 and account = $2`,
    [hallCode, account],
  );
}

/** What departments are called, in their order; one of which nothing is known here is left out, and nothing is asked for none. */
export async function findDepartmentNames(
  tx: Asked,
  hallCode: string,
  of: readonly { readonly departmentId: string }[],
): Promise<string[]> {
  if (of.length === 0) return [];
  const sql = 'select id, name from known_departments where hall_code = $1 and id = any($2::uuid[])';
  const known = await read<{ id: string; name: string }>(tx, sql, [
    hallCode,
    of.map(({ departmentId }) => departmentId),
  ]);
  return of.map(({ departmentId }) => known.find(({ id }) => id === departmentId)?.name ?? '—');
}

/** A window by its key. */
export function findWindow(tx: Tx, hallCode: string, id: string): Promise<KnownWindow | undefined> {
  return readOne<WindowRow>(tx, `${windows} where w.hall_code = $1 and w.id = $2`, [hallCode, id]);
}

/** The windows of a hall at which somebody is on duty. */
export function findOpenWindows(tx: Asked, hallCode: string): Promise<KnownWindow[]> {
  return read<WindowRow>(
    tx,
    `${windows} where w.hall_code = $1 and exists (
       select from known_posts p where p.hall_code = w.hall_code and p.window_id = w.id and p.holder_id is not null)`,
    [hallCode],
  );
}

/** Who answers for a department: its section head, else the centre's office; the one with the first badge of several. */
export async function findHeadOf(tx: Tx, hallCode: string, departmentId: string): Promise<string | undefined> {
  const row = await readOne<{ readonly id: string }>(
    tx,
    `select id from known_staff
      where hall_code = $1 and (('SECTION_HEAD' = any(roles) and department_id = $2) or 'CENTRE_OFFICE' = any(roles))
      order by 'SECTION_HEAD' = any(roles) and department_id = $2 desc, badge_number, id limit 1`,
    [hallCode, departmentId],
  );
  return row?.id;
}

/**
 * The post of a window whose authority this person holds now (S5.4b). The lead's own post comes before a covered one. What
 * begins with it and the news that it has passed to somebody else wait for each other: none of it stays behind.
 */
export function findHeldPost(
  tx: Tx,
  hallCode: string,
  windowId: string,
  staffId: string,
): Promise<HeldPost | undefined> {
  const held = 'hall_code = $1 and window_id = $2 and holder_id = $3';
  const sql = `${heldPosts} where ${held} order by holder_role = 'LEAD' desc, id limit 1 for share`;
  return readOne<HeldPostRow>(tx, sql, [hallCode, windowId, staffId]);
}

/** A window, and the post of it that whoever has this account holds now; null for somebody who holds none there. */
export function findWindowAndPost(
  tx: Tx,
  { hallCode, id }: HallKey,
  account: string,
): Promise<(KnownWindow & { readonly postId: string | null }) | undefined> {
  return readOne<WindowRow & { readonly post_id: string | null }>(
    tx,
    `select w.id, w.number, w.department_id, (
       select p.id from known_posts p join known_staff s on s.hall_code = p.hall_code and s.id = p.holder_id
        where p.hall_code = w.hall_code and p.window_id = w.id and s.account = $3
        order by p.holder_role = 'LEAD' desc, p.id limit 1 for share of p) as post_id
       from known_windows w where w.hall_code = $1 and w.id = $2`,
    [hallCode, id, account],
  );
}

/**
 * A post of a window whose authority this person holds now, this one before any other. Unlike {@link findHeldPost} it makes
 * nobody wait: what it is asked for leaves nothing with the post.
 */
export function findAuthorityAt(
  tx: Tx,
  { hallCode, windowId, postId }: { readonly hallCode: string; readonly windowId: string; readonly postId: string },
  staffId: string,
): Promise<HeldPost | undefined> {
  const held = 'hall_code = $1 and window_id = $2 and holder_id = $3';
  const sql = `${heldPosts} where ${held} order by id = $4 desc, holder_role = 'LEAD' desc, id limit 1`;
  return readOne<HeldPostRow>(tx, sql, [hallCode, windowId, staffId, postId]);
}

/** Whether and how this person holds the authority of one post now. */
export function findAuthority(
  tx: Tx,
  hallCode: string,
  postId: string,
  staffId: string,
): Promise<HeldPost | undefined> {
  const held = 'hall_code = $1 and id = $2 and holder_id = $3';
  return readOne<HeldPostRow>(tx, `${heldPosts} where ${held}`, [hallCode, postId, staffId]);
}
