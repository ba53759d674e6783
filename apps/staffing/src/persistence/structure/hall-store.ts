import type { HallKey } from '@hall/kernel';
import { insert, selectOne, update } from '@hall/platform/postgres';
import type { Camel, Tx } from '@hall/platform/postgres';
import type { Department, Hall, ServiceWindow, WindowStatus } from '../../domain/structure/hall';
import type { StaffRole } from '../../domain/structure/staff';
import { tables } from '../rows';
import type { HallsRow } from '../rows';

/** A row as a hall. */
export const toHall = ({ hallCode: code, registeredAt: _registeredAt, ...row }: Camel<HallsRow>): Hall => ({
  code,
  ...row,
});

const once = 'on conflict do nothing returning hall_code';
const byKey = 'where hall_code = $1 and id = $2';

/** Of whom the hall must know that they are of its staff, with one of these roles. */
export interface AskingStaff {
  readonly account: string;
  readonly roles: readonly StaffRole[];
}

/** What a hall has, it has for nobody whom it does not know; for anybody when nobody is to be of its staff. */
const isKnown = (place: number): string =>
  `($${place}::text is null or exists (
     select from staff s where s.hall_code = $1 and s.account = $${place} and s.roles && $${place + 1}::text[]))`;
const asking = (by: AskingStaff | null): unknown[] => [by?.account ?? null, by?.roles ?? []];

/** The only writer of halls, departments and windows. */
export const hallStore = {
  async insertHall(tx: Tx, { code: hallCode, ...hall }: Hall, registeredAt: Date): Promise<boolean> {
    return (await insert(tx, tables.halls, { ...hall, hallCode, registeredAt }, once)).length === 1;
  },

  async findHall(tx: Tx, hallCode: string, by: AskingStaff | null = null): Promise<Hall | undefined> {
    const row = await selectOne(tx, tables.halls, `where hall_code = $1 and ${isKnown(2)}`, [hallCode, ...asking(by)]);
    return row && toHall(row);
  },

  /** Locks the hall's row until the transaction ends. */
  async lockHall(tx: Tx, hallCode: string, by: AskingStaff | null): Promise<Hall | undefined> {
    const where = `where hall_code = $1 and ${isKnown(2)} for no key update`;
    const row = await selectOne(tx, tables.halls, where, [hallCode, ...asking(by)]);
    return row && toHall(row);
  },

  async insertDepartment(tx: Tx, department: Department): Promise<boolean> {
    return (await insert(tx, tables.departments, department, once)).length === 1;
  },

  findDepartment: (tx: Tx, { hallCode, id }: HallKey, by: AskingStaff | null): Promise<Department | undefined> =>
    selectOne(tx, tables.departments, `${byKey} and ${isKnown(3)}`, [hallCode, id, ...asking(by)]),

  async insertWindow(tx: Tx, window: ServiceWindow): Promise<boolean> {
    return (await insert(tx, tables.serviceWindows, window, once)).length === 1;
  },

  /** Locks the window's row until the transaction ends. */
  lockWindow: (tx: Tx, { hallCode, id }: HallKey, by: AskingStaff | null = null): Promise<ServiceWindow | undefined> =>
    selectOne(tx, tables.serviceWindows, `${byKey} and ${isKnown(3)} for no key update`, [hallCode, id, ...asking(by)]),

  setWindowStatus: (tx: Tx, window: ServiceWindow, status: WindowStatus): Promise<void> =>
    update(tx, tables.serviceWindows, ['status', 'version'], { ...window, status }),
};
