import { clauses } from '@hall/contracts';
import { isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { calendarInForce } from '../calendar/calendar-year';
import { assess } from './assessment';
import {
  applyAppeal,
  applyConductDecision,
  applyCorrection,
  applyStatement,
  clauseOfFinding,
  conductStatuses,
  counts,
  openConductRecord,
  undecidedStatuses,
} from './conduct';
import type { ConductFinding, ConductRecord } from './conduct';
import { conductRules, planRuleRevision, rulesInForce } from './conduct-rules';
import type { ConductRule } from './conduct-rules';

const at = (text: string): Date => new Date(`${text}+08:00`);
const now = at('2026-11-24T10:00:00');
const calendar = calendarInForce([]);
const facts = {
  hallCode: 'demo',
  id: 'r',
  staffId: 'A',
  clause: 'S1.5d',
  source: 'INSPECTION',
  finding: null,
  facts: '上班时间玩手机',
  occurredAt: now,
  recordedAt: now,
  recordedById: 'O',
  causeId: null,
  caseId: null,
} as const;
const valueOf = <T>(outcome: Outcome<T>): T => {
  if (isRefused(outcome)) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const codeOf = (outcome: Outcome<unknown>): string | undefined =>
  isRefused(outcome) ? outcome.refusal.code : undefined;
const record = valueOf(openConductRecord(facts, conductRules));
const decide = (of: ConductRecord, more: Partial<Parameters<typeof applyConductDecision>[1]> = {}) =>
  applyConductDecision(of, {
    officerId: 'L',
    isUpheld: true,
    points: null,
    now,
    calendar,
    statementWithinWorkingDays: 3,
    ...more,
  });

describe('the rules of conduct', () => {
  test('A-17 every rule is a clause, once', () => {
    const ids = conductRules.map(({ clause }) => clause);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !clauses.some((clause) => clause.id === id))).toEqual([]);
  });

  const having = <Field extends 'polarity' | 'area' | 'detection' | 'points'>(
    field: Field,
    value: ConductRule[Field],
  ) => conductRules.filter((rule) => rule[field] === value).map(({ clause }) => clause);

  test('A-17 the scheme of points until a hall sets its own: what no source gives points for costs nothing', () => {
    expect(having('points', 5)).toEqual(['S2.3b', 'S3.4d', 'S3.5']);
    expect(having('points', 3)).toEqual(['S1.5a', 'S1.5b']);
    expect(having('points', 2)).toEqual(['S1.2i', 'S1.3b', 'S4.1b', 'S4.4b', 'S4.4c']);
    expect(having('points', 1)).toEqual(['S1.5d']);
    expect(having('points', 0)).toHaveLength(conductRules.length - 11);
    expect(conductRules.every(({ isActive }) => isActive)).toBe(true);
  });

  test('S4.5b how a breach comes to light: by the system, an inspection, a complaint or their own check', () => {
    expect(having('detection', 'SYSTEM')).toEqual([
      ...['S1.1c', 'S1.2b', 'S1.2e', 'S1.2f', 'S1.2h', 'S1.2i', 'S1.2j', 'S1.2k', 'S1.3a', 'S1.3c', 'S1.3d'],
      ...['S1.5a', 'S1.5c', 'S2.3b', 'S3.3d', 'S3.4d', 'S3.5', 'S4.1b'],
    ]);
    expect(having('detection', 'COMPLAINT')).toEqual(['S1.2l', 'S1.5b', 'S4.4b', 'S4.4c']);
    expect(having('detection', 'SELF_CHECK')).toEqual(['S1.1a', 'S1.2a', 'S1.2c']);
    expect(having('detection', 'INSPECTION')).toEqual([
      ...['S1.1b', 'S1.2d', 'S1.2g', 'S1.2m', 'S1.3b', 'S1.4a', 'S1.4b', 'S1.4c', 'S1.4d', 'S1.5d', 'S1.5e'],
    ]);
  });

  test('S4.5b what a rule is about, and whether it commands or forbids', () => {
    expect(having('area', 'POLICY')).toEqual(['S1.1a', 'S1.1b']);
    expect(having('area', 'KNOWLEDGE')).toEqual(['S1.2a', 'S1.2c']);
    expect(having('area', 'STYLE')).toEqual(['S1.2d', 'S1.2e']);
    expect(having('area', 'RECEPTION')).toEqual(['S1.2j', 'S1.2k', 'S1.2l', 'S1.2m']);
    expect(having('area', 'PREPARATION')).toEqual(['S1.3a', 'S1.3b', 'S1.3c', 'S1.3d']);
    expect(having('area', 'APPEARANCE')).toEqual(['S1.4a', 'S1.4b', 'S1.4c']);
    expect(having('area', 'DISCIPLINE')).toEqual(['S1.4d', 'S1.5a', 'S1.5b', 'S1.5c', 'S1.5d', 'S1.5e']);
    expect(having('area', 'HANDLING')).toEqual([
      ...['S1.1c', 'S1.2b', 'S1.2f', 'S1.2g', 'S1.2h', 'S1.2i'],
      ...['S2.3b', 'S3.3d', 'S3.4d', 'S3.5', 'S4.1b', 'S4.4b', 'S4.4c'],
    ]);
    expect(having('polarity', 'MUST_NOT')).toEqual([
      ...['S1.2d', 'S1.2e', 'S1.2f', 'S1.4d', 'S1.5a', 'S1.5b', 'S1.5c', 'S1.5d', 'S1.5e', 'S4.4b'],
    ]);
    expect(having('polarity', 'MUST')).toHaveLength(conductRules.length - 10);
  });

  test('A-17 a hall sets its own points; what it does not touch stays', () => {
    const own = rulesInForce([{ clause: 'S3.5', points: 3, isActive: true }]);
    expect(own.find(({ clause }) => clause === 'S3.5')).toMatchObject({ points: 3, area: 'HANDLING' });
    expect(own.filter((rule, n) => rule.points !== conductRules[n]!.points)).toHaveLength(1);
  });

  const revision = {
    hallCode: 'demo',
    points: 1,
    isActive: true,
    reason: '考核细则',
    revisedBy: 'leader',
    revisedAt: now,
  };
  test('A-05 appearance that differs by gender is never scored, found by no system, and can be switched off', () => {
    expect(conductRules.find(({ clause }) => clause === 'S1.4b')).toMatchObject({ points: 0, detection: 'INSPECTION' });
    expect(planRuleRevision({ ...revision, clause: 'S1.4b' })).toMatchObject({
      refusal: { code: 'APPEARANCE_NEVER_SCORED', clause: 'A-05' },
    });
    expect(valueOf(planRuleRevision({ ...revision, clause: 'S1.4c' }))).toMatchObject({ points: 1 });
    const off = valueOf(planRuleRevision({ ...revision, clause: 'S1.4b', points: 0, isActive: false }));
    expect(codeOf(openConductRecord({ ...facts, clause: 'S1.4b' }, rulesInForce([off])))).toBe('CONDUCT_RULE_OFF');
    expect(codeOf(openConductRecord({ ...facts, clause: 'S1.4b' }, conductRules))).toBeUndefined();
  });

  test('S4.5b a rule that no clause is cannot be set, nor broken', () => {
    expect(codeOf(planRuleRevision({ ...revision, clause: 'NOWHERE' }))).toBe('CONDUCT_RULE_NOT_FOUND');
    expect(codeOf(openConductRecord({ ...facts, clause: 'S1.0' }, conductRules))).toBe('CONDUCT_RULE_NOT_FOUND');
    const tomorrow = { ...facts, occurredAt: at('2026-11-25T10:00:00') };
    expect(codeOf(openConductRecord(tomorrow, conductRules))).toBe('OCCURRED_IN_FUTURE');
  });
});

describe('a record of conduct', () => {
  test('S4.5b the person is heard first, or has had three working days', () => {
    expect(decide(record)).toMatchObject({ refusal: { code: 'STATEMENT_FIRST', details: { day: '2026-11-27' } } });
    expect(codeOf(decide(record, { now: at('2026-11-27T23:59:59') }))).toBe('STATEMENT_FIRST');
    expect(codeOf(decide(record, { now: at('2026-11-28T00:00:00') }))).toBeUndefined();
    expect(decide(valueOf(applyStatement(record)))).toMatchObject({ value: { status: 'DECIDED', points: 1 } });
  });

  test('S4.5b nobody decides about themselves, nor an appeal against their own decision', () => {
    const heard = valueOf(applyStatement(record));
    expect(codeOf(decide(heard, { officerId: 'A' }))).toBe('DECIDE_OWN_CONDUCT');
    const appealed = valueOf(applyAppeal(valueOf(decide(heard))));
    expect(codeOf(decide(appealed))).toBe('APPEAL_OTHER_DECIDER');
    expect(decide(appealed, { officerId: 'M' })).toMatchObject({ value: { status: 'UPHELD', points: 1 } });
    expect(decide(appealed, { officerId: 'M', isUpheld: false })).toMatchObject({
      value: { status: 'OVERTURNED', points: 0 },
    });
  });

  test('A-17 a breach costs at most what the rule says; an appeal never makes it dearer', () => {
    const heard = valueOf(applyStatement({ ...record, mostPoints: 5 }));
    expect(decide(heard, { points: 6 })).toMatchObject({
      refusal: { code: 'POINTS_ABOVE_RULE', details: { most: 5 } },
    });
    expect(decide(heard, { points: 0 })).toMatchObject({ value: { points: 0, isUpheld: true } });
    expect(codeOf(decide(heard, { points: -1 }))).toBe('POINTS_ABOVE_RULE');
    const mild = valueOf(decide(heard, { points: 2 }));
    const appealed = valueOf(applyAppeal(mild));
    expect(codeOf(decide(appealed, { officerId: 'M', points: 3 }))).toBe('POINTS_ABOVE_RULE');
  });

  test('S4.5b in every state only what is possible there', () => {
    const possible = conductStatuses.map((status) => {
      const of = { ...record, status, isUpheld: status === 'DECIDED' || status === 'APPEALED' ? true : null };
      const later = { now: at('2026-12-24T10:00:00') };
      const acts = { respond: applyStatement(of), decide: decide(of, later), appeal: applyAppeal(of) };
      return [status, Object.entries(acts).flatMap(([act, outcome]) => (isRefused(outcome) ? [] : [act]))];
    });
    expect(Object.fromEntries(possible)).toEqual({
      RECORDED: ['respond', 'decide'],
      STATEMENT_GIVEN: ['decide'],
      DECIDED: ['appeal'],
      APPEALED: ['decide'],
      UPHELD: [],
      OVERTURNED: [],
    });
    expect(codeOf(applyAppeal({ ...record, status: 'DECIDED', isUpheld: false }))).toBe('CONDUCT_NOT_POSSIBLE');
    const decided = { ...record, status: 'DECIDED' } as const;
    for (const outcome of [applyStatement(decided), decide(decided), applyAppeal(decided)])
      expect(outcome).toMatchObject({ refusal: { code: 'CONDUCT_NOT_POSSIBLE', details: { status: 'DECIDED' } } });
    expect(undecidedStatuses).toEqual(
      possible.filter(([, acts]) => acts!.includes('decide')).map(([status]) => status),
    );
  });

  test('S5.4c A-22 what somebody else answered for counts for nothing, also when it was upheld', () => {
    const decided = valueOf(decide(valueOf(applyStatement(record))));
    expect(counts(decided)).toBe(true);
    const corrected = applyCorrection(decided);
    expect(corrected).toEqual({ ...decided, status: 'OVERTURNED' });
    expect(counts(corrected)).toBe(false);
  });

  test('A-17 what counts is upheld and decided: also while it is appealed, and when the appeal was in vain', () => {
    const counting = conductStatuses.filter((status) => counts({ status, isUpheld: true }));
    expect(counting).toEqual(['DECIDED', 'APPEALED', 'UPHELD']);
    for (const isUpheld of [false, null])
      expect(conductStatuses.filter((status) => counts({ status, isUpheld }))).toEqual([]);
  });

  test.each<[ConductFinding, string, number]>([
    ['PROMISE_BROKEN', 'S3.5', 5],
    ['STEP_LATE', 'S2.3b', 5],
    ['OPINION_LATE', 'S3.4d', 5],
    ['CHECK_LATE', 'S4.1b', 2],
    ['PASSED_ON_AGAIN', 'S1.2e', 0],
    ['REFERRAL_IGNORED', 'S1.2e', 0],
    ['GUIDES_OUT', 'S3.3d', 0],
    ['LATE', 'S1.5a', 1],
    ['ABSENT_HALF_DAY', 'S1.5a', 3],
    ['PREPARATION_LATE', 'S1.3a', 0],
    ['NOT_TOLD_ONCE', 'S4.1b', 2],
  ])('A-17 what the system finds as %s breaks %s and costs at most %s', (finding, clause, points) => {
    expect(clauseOfFinding[finding].clause).toBe(clause);
    const found = openConductRecord({ ...facts, source: 'SYSTEM', finding, facts: null, clause }, conductRules);
    expect(found).toMatchObject({ value: { mostPoints: points } });
  });
});

describe('the month in points', () => {
  const upheld = (points: number, more: Partial<ConductRecord> = {}): ConductRecord => ({
    ...record,
    status: 'DECIDED',
    isUpheld: true,
    points,
    ...more,
  });

  const scheme = { basePoints: 100, goodFromPoints: 80, fairFromPoints: 60 };

  test('A-17 a hundred points less what was upheld; every deduction names its record', () => {
    expect(assess([], scheme)).toEqual({ points: 100, grade: 'GOOD', deductions: [], undecided: 0 });
    const month = [upheld(5, { id: 'x' }), upheld(3, { status: 'APPEALED' }), upheld(0), record];
    expect(assess(month, scheme)).toMatchObject({ points: 92, grade: 'GOOD', undecided: 1 });
    expect(assess(month, scheme).deductions.map(({ id }) => id)).toEqual(['x', 'r']);
  });

  test('A-17 what was overturned or not upheld costs nothing; nobody falls below nothing', () => {
    const overturned = upheld(5, { status: 'OVERTURNED', isUpheld: false });
    expect(assess([overturned, upheld(5, { isUpheld: false })], scheme).points).toBe(100);
    const bad = Array.from({ length: 30 }, () => upheld(5));
    expect(assess(bad, scheme)).toMatchObject({ points: 0, grade: 'POOR' });
    expect([80, 79, 60, 59].map((points) => assess([upheld(100 - points)], scheme).grade)).toEqual([
      'GOOD',
      'FAIR',
      'FAIR',
      'POOR',
    ]);
  });
});
