import type { HallKey } from '@hall/kernel';
import { insert, selectOne, update } from '@hall/platform/postgres';
import type { Camel, Tx } from '@hall/platform/postgres';
import type { Department, Hall, ServiceWindow, WindowStatus } from '../../domain/structure/hall';
import { tables } from '../rows';
import type { HallsRow } from '../rows';

/** A row as a hall. */
export const toHall = ({ hallCode: code, registeredAt: _registeredAt, ...row }: Camel<HallsRow>): Hall => ({
  code,
  ...row,
});

const once = 'on conflict do nothing returning hall_code';
const byKey = 'where hall_code = $1 and id = $2';

/** The only writer of halls, departments and windows. */
export const hallStore = {
  async insertHall(tx: Tx, { code: hallCode, ...hall }: Hall, registeredAt: Date): Promise<boolean> {
    return (await insert(tx, tables.halls, { ...hall, hallCode, registeredAt }, once)).length === 1;
  },

  async findHall(tx: Tx, hallCode: string): Promise<Hall | undefined> {
    const row = await selectOne(tx, tables.halls, 'where hall_code = $1', [hallCode]);
    return row && toHall(row);
  },

  /** Locks the hall's row until the transaction ends. */
  async lockHall(tx: Tx, hallCode: string): Promise<Hall | undefined> {
    const row = await selectOne(tx, tables.halls, 'where hall_code = $1 for no key update', [hallCode]);
    return row && toHall(row);
  },

  async insertDepartment(tx: Tx, department: Department): Promise<boolean> {
    return (await insert(tx, tables.departments, department, once)).length === 1;
  },

  findDepartment: (tx: Tx, { hallCode, id }: HallKey): Promise<Department | undefined> =>
    selectOne(tx, tables.departments, byKey, [hallCode, id]),

  async insertWindow(tx: Tx, window: ServiceWindow): Promise<boolean> {
    return (await insert(tx, tables.serviceWindows, window, once)).length === 1;
  },

  /** Locks the window's row until the transaction ends. */
  lockWindow: (tx: Tx, { hallCode, id }: HallKey): Promise<ServiceWindow | undefined> =>
    selectOne(tx, tables.serviceWindows, `${byKey} for no key update`, [hallCode, id]),

  setWindowStatus: (tx: Tx, window: ServiceWindow, status: WindowStatus): Promise<void> =>
    update(tx, tables.serviceWindows, ['status', 'version'], { ...window, status }),
};
