import type { HallKey } from '@hall/kernel';
import { caseNumberOf, hallOfNumber } from '../../domain/cases/case-number';
import { printedCode } from '../printed-code';
import { atHallTime, codeList, read, readOne, select, counted } from '@hall/platform/postgres';
import type { Cursor, Database } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import { openStatuses } from '../../domain/cases/case';
import type { Case, CaseActionKind, CaseStatus } from '../../domain/cases/case';
import { confidentialRegimes } from '../../domain/catalogue/service-item';
import { tables } from '../rows';
import type { CasesRow, KnownWindowsRow } from '../rows';
import { toCase } from './case-store';

/** Orders in which cases are listed. */
export const caseOrders = ['NEWEST', 'MOST_URGENT'] as const;
/** One of {@link caseOrders}. */
export type CaseOrder = (typeof caseOrders)[number];

/** Which cases are wanted; null means all. */
export interface CaseFilter {
  /** Any of these. */
  readonly statuses: readonly CaseStatus[] | null;
  readonly departmentId: string | null;
  /** A department that takes part in a joint case. */
  readonly participantId: string | null;
  /** Identity number of the applicant; it is looked up by its keyed hash. */
  readonly idNumber: string | null;
  readonly receivedFrom: Date | null;
  /** Before this instant. */
  readonly receivedBefore: Date | null;
  readonly windowId: string | null;
  readonly itemId: string | null;
  readonly responsibleId: string | null;
  /** Overdue at this instant. */
  readonly overdueAt: Date | null;
}

/** Whether a list leaves out what is over: urgency and lateness are of open cases only. */
export function listsOpenOnly(order: CaseOrder, { overdueAt }: Pick<CaseFilter, 'overdueAt'>): boolean {
  return order === 'MOST_URGENT' || overdueAt !== null;
}

const isOpen = `status in ${codeList(openStatuses)}`;
/** A case whose clock stands still has no date and comes last. The indexes are built on the same expression. */
const urgency = `coalesce(due_at, 'infinity'::timestamptz)`;

/** How much there is to do at a window. */
export interface WorkloadCounts {
  readonly open: number;
  readonly dueToday: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly paused: number;
}

/** What anybody may know of a case who has a paper of it. */
export interface ProgressRow {
  readonly number: string;
  readonly itemName: string;
  readonly status: CaseStatus;
  readonly receivedOn: string;
  /** Null before it is accepted. */
  readonly dueOn: string | null;
  readonly provisional: boolean;
  readonly pickupWindowNumber: string | null;
  /** What the code belongs to that holds now: the slip in force, else the case. */
  readonly codeOf: string;
}

/** A case that is ready to be collected, as the board shows it: a number and nothing else of the person. */
export interface ReadyCase {
  readonly number: string;
  readonly windowNumber: string | null;
}

/** An act that the catalogue does not decide by itself: somebody had to, with a reason. */
export interface DiscretionaryAct {
  readonly caseId: string;
  readonly sequence: number;
  readonly kind: CaseActionKind;
  readonly at: Date;
  readonly officerId: string;
  readonly reason: string;
}

/** Lists of cases. Conditions are added only when they are asked for, so that each list has one index that serves it. */
export class ListQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** A page of the cases of a hall; one row more than asked for tells whether there is a next page. */
  async casePage(
    hallCode: string,
    filter: CaseFilter,
    { order, after, size }: { readonly order: CaseOrder; readonly after: Cursor | null; readonly size: number },
  ): Promise<Case[]> {
    const values: unknown[] = [hallCode];
    const conditions = ['hall_code = $1'];
    const where = (condition: (place: string) => string, value: unknown): void => {
      values.push(value);
      conditions.push(condition(`$${values.length}`));
    };
    const [status, ...others] = filter.statuses ?? [];
    if (status !== undefined && others.length === 0) where((place) => `status = ${place}`, status);
    if (others.length > 0) where((place) => `status = any(${place}::text[])`, filter.statuses);
    if (filter.departmentId !== null) where((place) => `department_id = ${place}`, filter.departmentId);
    if (filter.participantId !== null) {
      where(
        (place) => `exists (select from joint_tasks t where t.hall_code = cases.hall_code and t.case_id = cases.id
                                                        and t.department_id = ${place})`,
        filter.participantId,
      );
    }
    if (filter.idNumber !== null) {
      where(
        (place) => `id in (select case_id from case_applicants where hall_code = $1 and id_number_hash = ${place})`,
        this.cipher.lookupHash(filter.idNumber),
      );
    }
    if (filter.receivedFrom !== null) where((place) => `received_at >= ${place}`, filter.receivedFrom);
    if (filter.receivedBefore !== null) where((place) => `received_at < ${place}`, filter.receivedBefore);
    if (filter.windowId !== null) where((place) => `window_id = ${place}`, filter.windowId);
    if (filter.itemId !== null) where((place) => `item_id = ${place}`, filter.itemId);
    if (filter.responsibleId !== null) where((place) => `responsible_id = ${place}`, filter.responsibleId);
    if (filter.overdueAt !== null) where((place) => `${urgency} < ${place} and status <> 'DECIDED'`, filter.overdueAt);
    if (listsOpenOnly(order, filter)) conditions.push(isOpen);
    if (after !== null) {
      values.push(after.at ?? 'infinity', after.id);
      const [at, id] = [`$${values.length - 1}::timestamptz`, `$${values.length}::uuid`];
      conditions.push(order === 'NEWEST' ? `(received_at, id) < (${at}, ${id})` : `(${urgency}, id) > (${at}, ${id})`);
    }
    const sorting = order === 'NEWEST' ? 'received_at desc, id desc' : `${urgency}, id`;
    values.push(size + 1);
    const rest = `where ${conditions.join(' and ')} order by ${sorting} limit $${values.length}`;
    return (await select(this.database, tables.cases, rest, values)).map(toCase);
  }

  /** The applicant's own cases in every hall, or in one, the newest first. */
  async ownCases(account: string, hallCode: string | null, after: Cursor | null, size: number): Promise<Case[]> {
    const rows = await read<CasesRow>(
      this.database,
      `select ${tables.cases.of('c')}
         from case_applicants a join cases c on c.hall_code = a.hall_code and c.id = a.case_id
        where a.account = $1 and ($2::timestamptz is null or (c.received_at, c.id) < ($2, $3)) and ($5::text is null or a.hall_code = $5)
        order by c.received_at desc, c.id desc limit $4`,
      [account, after?.at ?? null, after?.id ?? null, size + 1, hallCode],
    );
    return rows.map(toCase);
  }

  /** How much there is to do at a window. */
  async workload(
    window: HallKey,
    { now, endOfToday, soon }: { readonly now: Date; readonly endOfToday: Date; readonly soon: Date },
  ): Promise<WorkloadCounts> {
    const counted = await readOne<WorkloadCounts>(
      this.database,
      `select count(*)::integer as open,
              (count(*) filter (where due_at >= $3 and due_at <= $4 and status <> 'DECIDED'))::integer as due_today,
              (count(*) filter (where due_at > $4 and due_at <= $5 and status <> 'DECIDED'))::integer as due_soon,
              (count(*) filter (where due_at < $3 and status <> 'DECIDED'))::integer as overdue,
              (count(*) filter (where due_at is null))::integer as paused
         from cases where hall_code = $1 and window_id = $2 and ${isOpen}`,
      [window.hallCode, window.id, now, endOfToday, soon],
    );
    return counted!;
  }

  /**
   * The case of its own number or that of a paper, with what its code belongs to; whoever calls compares the secret. The date
   * is the one that holds now: a calendar change, a pause or an extension may have moved the one on the paper.
   */
  async progress(number: string): Promise<ProgressRow | undefined> {
    const hallCode = hallOfNumber(number);
    if (hallCode === undefined) return undefined;
    return readOne<ProgressRow>(
      this.database,
      `select c.number, i.name as item_name, c.status, (c.received_at ${atHallTime})::date as received_on,
              case when c.accepted_at is not null then coalesce((t.due_at ${atHallTime})::date, s.due_on) end as due_on,
              coalesce(case when t.due_at is null then s.provisional else t.provisional end, false) as provisional,
              w.number as pickup_window_number, coalesce(s.code_of, c.number) as code_of
         from cases c
         join service_items i on i.hall_code = c.hall_code and i.id = c.item_id
         left join deadlines t on t.hall_code = c.hall_code and t.id = c.id
         left join lateral (select * from acceptance_slips s where s.hall_code = c.hall_code and s.case_id = c.id
                        order by s.issued_at desc, s.number desc limit 1) s on true
         left join known_windows w on w.hall_code = c.hall_code and w.id = coalesce(c.substitute_window_id, s.pickup_window_id, c.window_id)
        where c.hall_code = $1 and c.number = $2`,
      [hallCode, caseNumberOf(number)],
    );
  }

  /**
   * The secret for the number of a slip, or for that of its case as long as there is no slip: derived, so that it can be shown
   * again, and one that another took the place of stops working.
   */
  progressSecret(codeOf: string): string {
    return printedCode(this.cipher, `slip ${codeOf}`);
  }

  /**
   * Cases that wait to be collected, of items whose results the hall has said are public; never of a kind that says something
   * about a person's health or need.
   *
   * @regulation A-09
   */
  async readyCases(hallCode: string, limit: number): Promise<ReadyCase[]> {
    return read<ReadyCase>(
      this.database,
      `select c.number, w.number as window_number
         from cases c
         join service_items i on i.hall_code = c.hall_code and i.id = c.item_id and i.results_public
         left join known_windows w on w.hall_code = c.hall_code and w.id = coalesce(c.substitute_window_id, c.window_id)
        where c.hall_code = $1 and c.status = 'DECIDED' and c.regime not in ${codeList(confidentialRegimes)}
        order by c.received_at desc, c.id desc limit $2`,
      [hallCode, limit],
    );
  }

  /**
   * Acts of discretion with who answers for them and why, in order.
   *
   * @regulation S1.1b A-01
   */
  async discretionaryActs(
    hallCode: string,
    { from, to }: { readonly from: Date; readonly to: Date },
    after: readonly (string | number)[] | null,
    size: number,
  ): Promise<DiscretionaryAct[]> {
    return read<DiscretionaryAct>(
      this.database,
      `select case_id, sequence, kind, at, officer_id, coalesce(note, '') as reason from case_actions
        where hall_code = $1 and at >= $2 and at < $3 and kind in ('NOTICE_RULE_BROKEN', 'EXTENDED', 'SUBSTITUTE_NAMED', 'DEFERRED')
          and officer_id is not null and ($4::timestamptz is null or (at, case_id, sequence) > ($4, $5, $6))
        order by at, case_id, sequence limit $7`,
      [hallCode, from, to, ...(after ?? [null, null, null]), size + 1],
    );
  }

  /** The name and opening hours of a hall, as far as they are known here. */
  async hallName(hallCode: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ name: string }>('select name from known_halls where hall_code = $1', [
      hallCode,
    ]);
    return row?.name;
  }

  /** The windows of a hall, in order of number. */
  async windowsOfHall(hallCode: string): Promise<HallKey[]> {
    const sql = `select hall_code, id from known_windows where hall_code = $1 order by ${counted('number')}`;
    return read<Pick<KnownWindowsRow, 'hall_code' | 'id'>>(this.database, sql, [hallCode]);
  }
}
