import { acceptedCase, at, by, lead, now } from '../../../test/support/case-fixtures';
import { mayOutlast } from '@hall/kernel';
import { attributeLateness, applyOpinion, jointStages } from './joint';
import type { JointTask } from './joint';

const workdays = (amount: number) => ({ amount, unit: 'WORKING_DAY' as const });
const joint = { ...acceptedCase, handlingType: 'JOINT' } as const;
const task = (id: string, change: Partial<JointTask> = {}): JointTask => ({
  id,
  departmentId: `dept-${id}`,
  stage: 1,
  limit: workdays(2),
  state: 'OPEN',
  startedAt: now,
  dueAt: null,
  takenById: null,
  takenAt: null,
  agreed: null,
  opinion: null,
  givenById: null,
  givenAt: null,
  ...change,
});

describe('the limit of a joint case', () => {
  test.each([
    [
      'A-12 side by side: the longest',
      [
        [1, 3],
        [1, 5],
      ],
      5,
    ],
    [
      'A-12 one after the other: the sum',
      [
        [1, 3],
        [2, 5],
      ],
      8,
    ],
    [
      'A-12 both',
      [
        [1, 3],
        [1, 4],
        [2, 2],
      ],
      6,
    ],
  ] as const)('%s', (_title, parts, amount) => {
    const participants = parts.map(([stage, days], n) => ({ departmentId: `d${n}`, stage, limit: workdays(days) }));
    expect(mayOutlast(jointStages(participants), workdays(amount), by)).toBe(false);
    expect(mayOutlast(jointStages(participants), workdays(amount - 1), by)).toBe(true);
  });

  test('A-12 parts in different units are held against the promise by the clock', () => {
    const other = { departmentId: 'd2', stage: 1, limit: { amount: 3, unit: 'CALENDAR_DAY' as const } };
    const stages = jointStages([{ departmentId: 'd1', stage: 1, limit: workdays(3) }, other]);
    expect(mayOutlast(stages, workdays(3), by)).toBe(false);
    expect(mayOutlast(stages, workdays(2), by)).toBe(true);
  });
});

describe('opinions', () => {
  const give = (tasks: JointTask[], taskId: string, departmentId: string) =>
    applyOpinion(joint, { ...lead, departmentId }, { tasks, taskId, agreed: true, opinion: '同意', now });

  test('S3.4d a department speaks for itself only', () => {
    expect(give([task('a')], 'a', 'dept-b')).toMatchObject({ refusal: { code: 'TASK_OF_OTHER_DEPARTMENT' } });
  });

  test('S3.4d the next stage opens when the last of a stage has spoken, and not before', () => {
    const tasks = [task('a'), task('b'), task('c', { stage: 2, state: 'WAITING', startedAt: null })];
    expect(give(tasks, 'a', 'dept-a')).toMatchObject({ value: { given: { state: 'GIVEN' }, opened: [] } });
    const last = [task('a', { state: 'GIVEN' }), task('b'), tasks[2]!];
    expect(give(last, 'b', 'dept-b')).toMatchObject({
      value: { opened: [{ id: 'c', state: 'OPEN', startedAt: now }] },
    });
    expect(give(tasks, 'c', 'dept-c')).toMatchObject({ refusal: { code: 'TASK_NOT_OPEN' } });
  });
});

describe('whose fault the lateness is', () => {
  test('S3.4d nobody’s part is late: the lead’s own', () => {
    const done = task('a', { dueAt: at('2026-11-25T17:00:00'), givenAt: at('2026-11-25T10:00:00') });
    expect(attributeLateness(at('2026-11-26T17:00:00'), at('2026-11-26T17:30:00'), [done])).toMatchObject({
      total: 30,
      lead: 30,
    });
  });

  test('S3.4d in time is nobody’s fault', () => {
    expect(attributeLateness(at('2026-11-26T17:00:00'), at('2026-11-26T17:00:00'), [task('a')])).toMatchObject({
      total: 0,
      lead: 0,
    });
    expect(attributeLateness(null, now, [task('a')])).toMatchObject({ total: 0, lead: 0 });
  });

  test('S3.4d an overdue participant has the minutes until it speaks, the lead the rest', () => {
    const late = task('a', { dueAt: at('2026-11-25T17:00:00'), givenAt: at('2026-11-26T17:20:00') });
    const {
      total,
      lead: own,
      byTask,
    } = attributeLateness(at('2026-11-26T17:00:00'), at('2026-11-26T18:00:00'), [late]);
    expect({ total, own, late: byTask.get('a') }).toEqual({ total: 60, own: 40, late: 20 });
  });

  test('S3.4d the parts always sum up to the whole', () => {
    let seed = 20261124;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let run = 0; run < 2_000; run++) {
      const minute = (n: number): Date => new Date(now.getTime() + n * 60_000);
      const tasks = Array.from({ length: random(5) }, (_none, n) =>
        task(`t${n}`, {
          dueAt: random(4) === 0 ? null : minute(random(200)),
          givenAt: random(3) === 0 ? null : minute(random(300)),
          state: random(4) === 0 ? 'WAITING' : 'GIVEN',
        }),
      );
      const { total, lead: own, byTask } = attributeLateness(minute(random(200)), minute(random(300)), tasks);
      const parts = [...byTask.values()];
      expect({ run, sum: own + parts.reduce((all, each) => all + each, 0) }).toEqual({ run, sum: total });
      expect(Math.min(own, ...parts)).toBeGreaterThanOrEqual(0);
    }
  });
});
