import { promiseRevision } from '@hall/kernel';
import type {
  Deadline,
  DeadlineEvent,
  DeadlineOwner,
  EscalationLevel,
  LevelInstant,
  StoredDeadline,
} from '@hall/kernel';
import { byKeys, keyColumns } from '../postgres';
import type { Tx } from '../postgres';

/** Where a deadline is found, and what it hangs on. */
export interface DeadlineKey {
  readonly hallCode: string;
  readonly id: string;
  readonly owner: DeadlineOwner;
}

/** An event and the deadline as it is with it. */
export interface AppendedEvent {
  readonly deadline: Deadline;
  readonly event: DeadlineEvent;
}

/** A level that was claimed by a worker: it is this one's to notify, and nobody else's. */
export interface ReachedLevel extends LevelInstant {
  readonly deadline: StoredDeadline;
}

/** A due date that a calendar change has moved. */
export interface MovedDeadline {
  readonly deadline: StoredDeadline;
  readonly before: Date | null;
  readonly reason: string;
  readonly at: Date;
}

interface KeyRow {
  readonly hall_code: string;
  readonly id: string;
  readonly owner_kind: string;
  readonly owner_id: string;
}

interface DeadlineRow extends KeyRow {
  readonly subject: string;
  readonly answerable_id: string;
  readonly notified: EscalationLevel[];
  readonly is_open: boolean;
  readonly due_at: Date | null;
  readonly provisional: boolean;
  readonly next_level_at: Date | null;
  readonly calendar_version: string;
  readonly ladder: string;
  readonly ledger: readonly { readonly kind: string; readonly at: string; readonly details: object }[];
}

/** What is planned of many deadlines as one parameter, and the columns that it is read back into. */
const planColumns = `hall_code text, id uuid, notified text[], is_open boolean, due_at timestamptz, provisional boolean,
  next_level_at timestamptz, calendar_version text, ladder text`;

function planRow({ hallCode, id, notified, plan }: Deadline) {
  return {
    hall_code: hallCode,
    id,
    notified,
    is_open: plan.isOpen,
    due_at: plan.dueAt,
    provisional: plan.provisional,
    next_level_at: plan.nextLevelAt,
    calendar_version: plan.calendarVersion,
    ladder: plan.ladder,
  };
}

const newRow = (deadline: Deadline) => ({
  ...planRow(deadline),
  subject: deadline.subject,
  owner_kind: deadline.owner.kind,
  owner_id: deadline.owner.id,
});

function toKey({ hall_code: hallCode, id, owner_kind: kind, owner_id: ownerId }: KeyRow): DeadlineKey {
  return { hallCode, id, owner: { kind, id: ownerId } };
}

function toDeadline(row: DeadlineRow): StoredDeadline {
  return {
    ...toKey(row),
    subject: row.subject,
    answerableId: row.answerable_id,
    notified: row.notified,
    ledger: row.ledger.map(({ kind, at, details }) => ({ ...details, kind, at: new Date(at) }) as DeadlineEvent),
    plan: {
      isOpen: row.is_open,
      dueAt: row.due_at,
      provisional: row.provisional,
      nextLevelAt: row.next_level_at,
      calendarVersion: row.calendar_version,
      ladder: row.ladder,
    },
  };
}

/** Lines of ledgers as one parameter; the place of an event in its ledger is its sequence, so none can be written twice. */
function ledgerRows(
  lines: readonly { readonly deadline: Deadline; readonly event: DeadlineEvent; readonly sequence: number }[],
): string {
  const rows = lines.map(({ deadline, event: { kind, at, ...details }, sequence }) => ({
    hall_code: deadline.hallCode,
    deadline_id: deadline.id,
    sequence,
    kind,
    at,
    details,
  }));
  return JSON.stringify(rows);
}

/** Writes the ledger lines of parameter 2, as the first part of the statement that saves what follows from them. */
const withLines = `with lines as (
  insert into deadline_events (hall_code, deadline_id, sequence, kind, at, details)
  select hall_code, deadline_id, sequence, kind, at, details from json_to_recordset($2::json)
      as r (hall_code text, deadline_id uuid, sequence integer, kind text, at timestamptz, details jsonb))`;
const updatePlans = `update deadlines d
    set notified = r.notified, is_open = r.is_open, due_at = r.due_at, provisional = r.provisional,
        next_level_at = r.next_level_at, calendar_version = r.calendar_version, ladder = r.ladder
   from json_to_recordset($1::json) as r (${planColumns})
  where d.hall_code = r.hall_code and d.id = r.id`;

/**
 * The only writer of a service's deadlines and their ledgers.
 *
 * @param answerable SQL of whoever answers for the deadline `d` now: an expression of type uuid over the service's own tables,
 *   so that it is asked of the owner in the statement that reads the deadline, and never stored
 * @param answeredThen SQL of whoever answered for it at the instant `r.at`, where the service keeps a history of that; null
 *   means whoever does now
 */
export function createDeadlineStore(answerable: string, answeredThen = 'null::uuid') {
  /** Deadlines with their ledgers; needs a `where` on `d`. */
  const select = `
    select d.hall_code, d.id, d.subject, d.owner_kind, d.owner_id, ${answerable} as answerable_id, d.notified, d.is_open, d.due_at,
           d.provisional, d.next_level_at, d.calendar_version, d.ladder,
           (select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'details', e.details) order by e.sequence)
              from deadline_events e where e.hall_code = d.hall_code and e.deadline_id = d.id) as ledger
      from deadlines d`;

  return {
    async insert(tx: Tx, deadlines: readonly Deadline[]): Promise<void> {
      if (deadlines.length === 0) return;
      const lines = deadlines.flatMap((deadline) =>
        deadline.ledger.map((event, place) => ({ deadline, event, sequence: place + 1 })),
      );
      await tx.query(
        `${withLines}
         insert into deadlines (hall_code, id, subject, owner_kind, owner_id, notified, is_open, due_at, provisional, next_level_at, calendar_version, ladder)
         select hall_code, id, subject, owner_kind, owner_id, notified, is_open, due_at, provisional, next_level_at, calendar_version, ladder
           from json_to_recordset($1::json) as r (${planColumns}, subject text, owner_kind text, owner_id uuid)`,
        [JSON.stringify(deadlines.map(newRow)), ledgerRows(lines)],
      );
    },

    async lock(tx: Tx, { hallCode, id }: Pick<DeadlineKey, 'hallCode' | 'id'>): Promise<StoredDeadline | undefined> {
      const [row] = await tx.query<DeadlineRow[]>(
        `${select} where d.hall_code = $1 and d.id = $2 for no key update of d`,
        [hallCode, id],
      );
      return row && toDeadline(row);
    },

    /** Every deadline of an owner that is still open, locked. */
    async lockOpenOf(tx: Tx, hallCode: string, owner: DeadlineOwner): Promise<StoredDeadline[]> {
      const rows = await tx.query<DeadlineRow[]>(
        `${select} where d.hall_code = $1 and d.owner_kind = $2 and d.owner_id = $3 and d.is_open order by d.id for no key update of d`,
        [hallCode, owner.kind, owner.id],
      );
      return rows.map(toDeadline);
    },

    /** Appends the given event to the ledger of each deadline, and saves what follows from it. */
    async append(tx: Tx, appended: readonly AppendedEvent[]): Promise<void> {
      if (appended.length === 0) return;
      const lines = appended.map(({ deadline, event }) => ({ deadline, event, sequence: deadline.ledger.length }));
      const latest = new Map(appended.map(({ deadline }) => [deadline.id, deadline]));
      await tx.query(`${withLines} ${updatePlans}`, [
        JSON.stringify([...latest.values()].map(planRow)),
        ledgerRows(lines),
      ]);
    },

    /** Saves what is derived from the ledgers, after time or the calendar has moved. */
    async savePlans(tx: Tx, deadlines: readonly Deadline[]): Promise<void> {
      if (deadlines.length === 0) return;
      await tx.query(updatePlans, [JSON.stringify(deadlines.map(planRow))]);
    },

    /** Keys of deadlines with a level that is due, the oldest first. */
    async findDue(tx: Tx, now: Date, limit: number, aside: readonly string[]): Promise<DeadlineKey[]> {
      const rows = await tx.query<KeyRow[]>(
        `select /* sweep */ hall_code, id, owner_kind, owner_id from deadlines
          where next_level_at <= $1 and id <> all($3::uuid[]) order by next_level_at limit $2`,
        [now, limit, aside],
      );
      return rows.map(toKey);
    },

    /** Locks deadlines in a fixed order, leaving out those that somebody else works on. */
    async lockAvailable(tx: Tx, keys: readonly DeadlineKey[]): Promise<StoredDeadline[]> {
      if (keys.length === 0) return [];
      const rows = await tx.query<DeadlineRow[]>(
        `${select} where ${byKeys('d.id')} order by d.id
          for no key update of d skip locked`,
        keyColumns(keys),
      );
      return rows.map(toDeadline);
    },

    /** Claims levels by inserting them; returns only those that nobody has claimed before, with who answered then. */
    async claimLevels(tx: Tx, levels: readonly ReachedLevel[], now: Date): Promise<readonly ReachedLevel[]> {
      if (levels.length === 0) return [];
      const rows = levels.map(({ deadline, level, at }) => ({
        hall_code: deadline.hallCode,
        deadline_id: deadline.id,
        promise: promiseRevision(deadline),
        level,
        at,
        answerable_id: deadline.answerableId,
      }));
      const claimed = await tx.query<{ deadline_id: string; level: EscalationLevel; answerable_id: string }[]>(
        `insert into deadline_levels (hall_code, deadline_id, promise, level, at, notified_at, answerable_id)
         select r.hall_code, r.deadline_id, r.promise, r.level, r.at, $2, coalesce(${answeredThen}, r.answerable_id)
           from json_to_recordset($1::json)
             as r (hall_code text, deadline_id uuid, promise integer, level text, at timestamptz, answerable_id uuid)
           join deadlines d on d.hall_code = r.hall_code and d.id = r.deadline_id
         on conflict do nothing returning deadline_id, level, answerable_id`,
        [JSON.stringify(rows), now],
      );
      const mine = new Map(
        claimed.map(({ deadline_id: id, level, answerable_id }) => [`${id}/${level}`, answerable_id]),
      );
      return levels.flatMap((reached) => {
        const answerableId = mine.get(`${reached.deadline.id}/${reached.level}`);
        return answerableId === undefined ? [] : [{ ...reached, deadline: { ...reached.deadline, answerableId } }];
      });
    },

    /** Keys of open deadlines that were planned on another calendar than their hall has now, or by another ladder. */
    async findOutdated(tx: Tx, ladder: string, limit: number, aside: readonly string[]): Promise<DeadlineKey[]> {
      const rows = await tx.query<KeyRow[]>(
        `(select /* sweep */ d.hall_code, d.id, d.owner_kind, d.owner_id
            from hall_calendars c join deadlines d on d.hall_code = c.hall_code and d.is_open
             and ((d.calendar_version, d.ladder) < (c.version, $3) or (d.calendar_version, d.ladder) > (c.version, $3))
           where d.id <> all($2::uuid[]) limit $1)
         union all
         (select d.hall_code, d.id, d.owner_kind, d.owner_id
            from known_halls h join deadlines d on d.hall_code = h.hall_code and d.is_open and d.ladder <> $3
           where not exists (select from hall_calendars c where c.hall_code = h.hall_code) and d.id <> all($2::uuid[]) limit $1)
         limit $1`,
        [limit, aside, ladder],
      );
      return rows.map(toKey);
    },

    /** Notes which calendar a hall has in force, for `findOutdated`. */
    async noteCalendar(tx: Tx, hallCode: string, version: string): Promise<void> {
      await tx.query(
        `insert into hall_calendars (hall_code, version) values ($1, $2)
         on conflict (hall_code) do update set version = excluded.version`,
        [hallCode, version],
      );
    },

    /** Records which dates have moved, each time anew. */
    async insertMoves(tx: Tx, moves: readonly MovedDeadline[]): Promise<void> {
      if (moves.length === 0) return;
      const rows = moves.map(({ deadline, before, reason, at }) => ({
        hall_code: deadline.hallCode,
        deadline_id: deadline.id,
        calendar_version: deadline.plan.calendarVersion,
        due_before: before,
        due_after: deadline.plan.dueAt,
        reason,
        at,
      }));
      await tx.query(
        `insert into deadline_moves (hall_code, deadline_id, calendar_version, due_before, due_after, reason, at)
         select hall_code, deadline_id, calendar_version, due_before, due_after, reason, at from json_to_recordset($1::json)
             as r (hall_code text, deadline_id uuid, calendar_version text, due_before timestamptz, due_after timestamptz, reason text,
                   at timestamptz)`,
        [JSON.stringify(rows)],
      );
    },
  };
}

/** See {@link createDeadlineStore}. */
export type DeadlineStore = ReturnType<typeof createDeadlineStore>;
