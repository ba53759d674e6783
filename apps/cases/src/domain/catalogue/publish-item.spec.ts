import { at, by, item } from '../../../test/support/case-fixtures';
import { stockStanding } from './guide-stock';
import { legalRules } from './legal-regimes';
import { withStepLimits } from './limits';
import { missingDisclosures, planPublication, revisedBody } from './publish-item';
import type { CatalogueEntry, Draft } from './publish-item';

const workdays = (amount: number) => ({ amount, unit: 'WORKING_DAY' as const });
const body: Draft['body'] = {
  content: '失业登记',
  procedure: [{ name: '受理' }, { name: '审核' }, { name: '决定' }, { name: '送达' }],
  legalBasis: ['《就业促进法》'],
  conditions: ['劳动年龄内'],
  materials: [
    { code: 'ID', name: '身份证', original: true, copies: 0, basis: '条例', sampleUrl: 'https://hall.example/s' },
  ],
  promisedLimit: workdays(5),
  fee: { amountFen: 0, basis: '不收费' },
  result: '登记证',
};
const sessions = [{ from: '09:00', to: '17:00' }];
const draft: Draft = {
  code: 'I-1',
  name: '失业登记',
  departmentId: 'd',
  handlingType: 'PROMISED',
  regime: 'HALL_PROMISE',
  windowIds: [],
  body,
};
const entry: CatalogueEntry = {
  hallCode: 'demo',
  id: 'i',
  code: 'I-1',
  current: null,
  draft,
  retiredAt: null,
  sessions,
};
const without = (field: keyof Draft['body']): Draft => {
  const { [field]: _gone, ...rest } = body;
  return { ...draft, body: rest };
};
const refusalOf = (changed: Draft, of = entry): string | undefined => {
  const outcome = planPublication(of, changed, by);
  return outcome.kind === 'REFUSED' ? outcome.refusal.code : undefined;
};

describe('publishing an item', () => {
  test('S3.3a complete, it becomes version 1; published again, version 2', () => {
    expect(planPublication(entry, draft, by)).toMatchObject({ value: { current: { number: 1, assumed: [] } } });
    const again = planPublication({ ...entry, current: item }, draft, by);
    expect(again).toMatchObject({ value: { current: { number: 4 } } });
  });

  test.each([
    'content',
    'procedure',
    'legalBasis',
    'conditions',
    'materials',
    'promisedLimit',
    'fee',
    'result',
  ] as const)('S3.3a S4.4d without %s it is refused, and the field is named', (field) => {
    expect(missingDisclosures(without(field))).toContain(field);
    expect(planPublication(entry, without(field), by)).toMatchObject({
      refusal: { code: 'ITEM_INCOMPLETE', clause: 'S3.3a', details: { missing: expect.arrayContaining([field]) } },
    });
  });

  test('S4.4d without a sample it is refused', () => {
    const bare = {
      ...draft,
      body: { ...body, materials: [{ code: 'ID', name: '身份证', original: true, copies: 0, basis: '条例' }] },
    };
    expect(missingDisclosures(bare)).toEqual(['samples']);
  });

  test('S3.3a everything that is missing is named at once', () => {
    expect(missingDisclosures({ body: {} })).toHaveLength(8);
  });

  test('S4.4e a material without a basis is not published', () => {
    const baseless = { ...draft, body: { ...body, materials: [{ ...body.materials![0]!, basis: ' ' }] } };
    expect(refusalOf(baseless)).toBe('MATERIAL_WITHOUT_BASIS');
  });

  test('S3.5 a promise longer than the law allows is not published', () => {
    const licence = { ...draft, regime: 'LICENCE' as const, body: { ...body, promisedLimit: workdays(21) } };
    expect(refusalOf(licence)).toBe('PROMISE_ABOVE_STATUTE');
    expect(refusalOf({ ...licence, body: { ...body, promisedLimit: workdays(20) } })).toBeUndefined();
  });

  test('S3.5 A-08 an own statutory limit longer than that of its law is not published', () => {
    const own = { ...body, promisedLimit: workdays(100), statutoryLimit: workdays(200) };
    expect(refusalOf({ ...draft, regime: 'LICENCE', body: own })).toBe('STATUTE_ABOVE_REGIME');
    expect(refusalOf({ ...draft, body: own })).toBeUndefined();
  });

  test('S3.5 A-08 working days are held against the calendar days of a law', () => {
    const injury = { ...draft, regime: 'INJURY_DETERMINATION' as const };
    expect(refusalOf({ ...injury, body: { ...body, promisedLimit: workdays(60) } })).toBe('PROMISE_ABOVE_STATUTE');
    expect(refusalOf({ ...injury, body: { ...body, promisedLimit: workdays(30) } })).toBeUndefined();
  });

  test('S2.3b a step in another unit counts too', () => {
    const long = [{ name: '受理' }, { name: '公示', limit: { amount: 90, unit: 'CALENDAR_DAY' as const } }];
    expect(refusalOf({ ...draft, body: { ...body, procedure: long } })).toBe('STEPS_ABOVE_PROMISE');
  });

  test('S2.3b the steps may not add up to more than the promise', () => {
    const long = [{ name: '受理' }, { name: '审核', limit: workdays(4) }, { name: '决定', limit: workdays(2) }];
    expect(refusalOf({ ...draft, body: { ...body, procedure: long } })).toBe('STEPS_ABOVE_PROMISE');
  });

  test('A-08 steps without limits share the promise', () => {
    const shared = withStepLimits(body.procedure!, workdays(5));
    expect(shared.map(({ limit }) => limit?.amount)).toEqual([undefined, 2, 2, undefined]);
    expect(withStepLimits([{ name: '受理' }, { name: '送达' }], workdays(5))).toHaveLength(2);
  });

  test('S3.4d A-12 the window that leads a joint item is the one that takes it; nothing else has a lead', () => {
    const led = { ...draft, windowIds: ['w', 'v'], body: { ...body, leadWindowId: 'v' } };
    expect(refusalOf(led)).toBe('LEAD_WINDOW_NOT_JOINT');
    const participants = [{ departmentId: 'e', stage: 1, limit: workdays(2) }];
    const joint: Draft = { ...led, handlingType: 'JOINT', body: { ...led.body, participants } };
    const published = planPublication(entry, joint, by);
    expect(published).toMatchObject({ value: { windowIds: ['v'], current: { leadWindowId: 'v' } } });
    const { current } = (published as { value: typeof item }).value;
    expect(revisedBody(current, { ...joint, body: {} }, by)).toMatchObject({ leadWindowId: 'v' });
    expect(revisedBody(current, { ...draft, body: {} }, by)).not.toHaveProperty('leadWindowId');
  });

  test('S3.4d a joint item names its departments, and their parts fit into the promise', () => {
    const joint = { ...draft, handlingType: 'JOINT' as const };
    expect(refusalOf(joint)).toBe('JOINT_WITHOUT_PARTICIPANTS');
    const parts = (...amounts: number[]) =>
      amounts.map((amount, n) => ({ departmentId: `d${n}`, stage: n + 1, limit: workdays(amount) }));
    expect(refusalOf({ ...joint, body: { ...body, participants: parts(3, 3) } })).toBe('JOINT_LIMIT_ABOVE_PROMISE');
    expect(refusalOf({ ...joint, body: { ...body, participants: parts(3, 2) } })).toBeUndefined();
  });

  test('A-09 results are public only where the item says so, and never those of a regime of benefits', () => {
    expect(planPublication(entry, draft, by)).toMatchObject({ value: { resultsPublic: false } });
    const open = { ...draft, resultsPublic: true };
    expect(planPublication(entry, open, by)).toMatchObject({ value: { resultsPublic: true } });
    expect(refusalOf({ ...open, regime: 'SOCIAL_INSURANCE' })).toBe('RESULTS_CONFIDENTIAL');
  });

  test('S3.3a a retired item stays retired', () => {
    expect(refusalOf(draft, { ...entry, retiredAt: at('2026-11-01T09:00:00') })).toBe('ITEM_RETIRED');
  });
});

describe('printed guides', () => {
  const time = { minimum: 20, calendar: by.calendar, sessions: [{ from: '09:00', to: '17:00' }] };
  const count = (copies: number, time: string) => ({ copies, countedAt: at(time) });

  test('A-10 at twenty more are ordered, and enough again ends it', () => {
    const now = at('2026-11-24T12:00:00');
    expect(stockStanding([count(21, '2026-11-24T09:00:00')], { now, ...time }).reorderSince).toBeNull();
    const low = [count(21, '2026-11-24T09:00:00'), count(20, '2026-11-24T10:00:00'), count(5, '2026-11-24T11:00:00')];
    expect(stockStanding(low, { now, ...time })).toMatchObject({
      copies: 5,
      reorderSince: at('2026-11-24T10:00:00'),
      outSince: null,
    });
    expect(stockStanding([...low, count(200, '2026-11-24T11:30:00')], { now, ...time }).reorderSince).toBeNull();
  });

  test('S3.3d every minute without a single copy is counted', () => {
    const now = at('2026-11-24T12:00:00');
    const out = [count(0, '2026-11-24T10:00:00'), count(0, '2026-11-24T10:20:00'), count(50, '2026-11-24T10:30:00')];
    expect(stockStanding(out, { now, ...time })).toMatchObject({ stockOutMinutes: 30, outSince: null });
    expect(stockStanding([...out, count(0, '2026-11-24T11:45:00')], { now, ...time })).toMatchObject({
      stockOutMinutes: 45,
    });
  });
});

describe('printed guides at night', () => {
  test('S3.3d A-10 minutes without a copy are those in which the hall is open', () => {
    const time = { minimum: 20, calendar: by.calendar, sessions: [{ from: '09:00', to: '17:00' }] };
    const out = [{ copies: 0, countedAt: at('2026-11-20T16:00:00') }];
    // From Friday at four to Monday at ten.
    expect(stockStanding(out, { now: at('2026-11-23T10:00:00'), ...time }).stockOutMinutes).toBe(120);
  });
});

describe('the legal regimes', () => {
  test.each([
    ['LICENCE', 20, 10, 5, true],
    ['DISCLOSURE', 20, 20, 7, false],
    ['LABOUR_INSPECTION', 60, 30, 5, false],
    ['ARBITRATION', 45, 15, 5, false],
    ['PETITION', 60, 30, 15, false],
  ] as const)(
    'C2 %s: limit %i, extension %i, check within %i, deemed accepted %s',
    (regime, limit, extension, check, deemed) => {
      const rule = legalRules[regime];
      expect([rule.limit?.amount, rule.extension?.amount, rule.check.amount, rule.deemedAccepted]).toEqual([
        limit,
        extension,
        check,
        deemed,
      ]);
      expect(rule.source).toMatch(/《.+》第/);
    },
  );
});
