import { insert, selectOne, update } from '@hall/platform/postgres';
import type { Camel } from '@hall/platform/postgres';
import type { Hall } from '../../domain/structure/hall';
import type { HallStore } from '../../use-cases/ports';
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
export const hallStore: HallStore = {
  async insertHall(tx, { code: hallCode, ...hall }, registeredAt) {
    return (await insert(tx, tables.halls, { ...hall, hallCode, registeredAt }, once)).length === 1;
  },

  async findHall(tx, hallCode) {
    const row = await selectOne(tx, tables.halls, 'where hall_code = $1', [hallCode]);
    return row && toHall(row);
  },

  async lockHall(tx, hallCode) {
    const row = await selectOne(tx, tables.halls, 'where hall_code = $1 for no key update', [hallCode]);
    return row && toHall(row);
  },

  async insertDepartment(tx, department) {
    return (await insert(tx, tables.departments, department, once)).length === 1;
  },

  findDepartment: (tx, { hallCode, id }) => selectOne(tx, tables.departments, byKey, [hallCode, id]),

  async insertWindow(tx, window) {
    return (await insert(tx, tables.serviceWindows, window, once)).length === 1;
  },

  lockWindow: (tx, { hallCode, id }) =>
    selectOne(tx, tables.serviceWindows, `${byKey} for no key update`, [hallCode, id]),

  setWindowStatus: (tx, window, status) =>
    update(tx, tables.serviceWindows, ['status', 'version'], { ...window, status }),
};
