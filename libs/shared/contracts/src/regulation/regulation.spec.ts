import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { complaintGround } from '../complaints.events';
import { clauses, defaultsOf, defaultValues, defaultValuesSchema, groundsOfComplaint, regulation } from './index';
import { regulationDefaults } from './defaults';

/** Frozen by hand: an id that is cited somewhere must never vanish, move to another rule or come back as a new one. */
const frozenClauseIds = `
  S1.0 S1.1a S1.1b S1.1c
  S1.2a S1.2b S1.2c S1.2d S1.2e S1.2f S1.2g S1.2h S1.2i S1.2j S1.2k S1.2l S1.2m
  S1.3a S1.3b S1.3c S1.3d S1.4a S1.4b S1.4c S1.4d S1.5a S1.5b S1.5c S1.5d S1.5e
  S1.6a S1.6b S1.6c S1.6d S1.6e S1.6f S1.6g S1.6h
  S2.0 S2.1a S2.1b S2.2a S2.2b S2.2c S2.3a S2.3b S2.3c S2.4a S2.4b
  S3.1a S3.1b S3.2 S3.3a S3.3b S3.3c S3.3d S3.4a S3.4b S3.4c S3.4d S3.4e S3.4f S3.5
  S4.0 S4.1a S4.1b S4.2a S4.2b S4.2c S4.3a S4.3b S4.3c S4.3d S4.4a S4.4b S4.4c S4.4d S4.4e S4.5a S4.5b
  S5.0 S5.1a S5.1b S5.1c S5.2a S5.2b S5.3a S5.3b S5.4a S5.4b S5.4c S5.5
  S6.1a S6.1b S6.2 S6.3a S6.3b S6.3c S6.4a S6.4b S6.4c S6.4d S6.4e S6.4f S6.4g S6.4h S6.4i S6.4j S6.4k
  S6.5.0 S6.5.1 S6.5.2`
  .trim()
  .split(/\s+/);
const frozenDefaultIds = Array.from({ length: 30 }, (_, i) => `A-${String(i + 1).padStart(2, '0')}`);

const chinese = /\p{Script=Han}/u;

describe('the clause catalogue', () => {
  it('has exactly the 112 clauses and 30 defaults, in order', () => {
    expect(clauses.map(({ id }) => id)).toEqual(frozenClauseIds);
    expect(regulationDefaults.map(({ id }) => id)).toEqual(frozenDefaultIds);
    expect(new Set(regulation.map(({ id }) => id)).size).toBe(142);
  });

  it.each([
    [1, 38],
    [2, 11],
    [3, 14],
    [4, 17],
    [5, 12],
    [6, 20],
  ])('system %i has %i clauses', (system, count) => {
    const found = clauses.filter((clause) => clause.system === system);
    expect(found).toHaveLength(count);
    expect(found.every(({ id }) => id.startsWith(`S${system}.`))).toBe(true);
  });

  it.each(clauses)('$id says the rule in both languages, and says how far software holds people to it', (clause) => {
    expect(clause.term).toMatch(chinese);
    expect(clause.zh).toMatch(chinese);
    expect(clause.en).toMatch(/^[A-Z].+\.$/);
    expect(clause.en).not.toMatch(chinese);
    expect(clause.classes).toEqual([...new Set(clause.classes)].sort((a, b) => 'ERC'.indexOf(a) - 'ERC'.indexOf(b)));
    expect(clause.classes.length).toBeGreaterThan(0);
  });

  it('the slips of the source are put right', () => {
    const wording = clauses.map(({ zh }) => zh).join('');
    expect(wording).not.toMatch(/囗|示范文体|首先意识|利害人|规按照|补报的材。|[,;:?!()]/);
  });

  it.each(regulationDefaults)('$id answers a question in both languages and fills known clauses', (entry) => {
    expect(entry.question).toMatch(/\?$/);
    expect(entry.zh).toMatch(chinese);
    expect(entry.en).toMatch(/^[A-Z][^]+\.$/);
    for (const id of entry.fills) expect(frozenClauseIds).toContain(id);
    expect(entry.fills.length > 0).toBe(entry.id !== 'A-30');
  });

  it('finds the defaults of a clause', () => {
    expect(defaultsOf('S4.1b').map(({ id }) => id)).toEqual(['A-13', 'A-14']);
  });

  it('S6.3b has seven grounds, the same as in events and in the same order', () => {
    expect(groundsOfComplaint.map(({ id }) => id)).toEqual(['g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7']);
    expect(groundsOfComplaint.map(({ code }) => code)).toEqual(complaintGround.options);
    expect(groundsOfComplaint.every(({ zh, en }) => chinese.test(zh) && en.length > 0)).toBe(true);
  });

  const reference = join(
    process.env['HALL_DATA_DIR'] ? dirname(process.env['HALL_DATA_DIR']) : join(__dirname, '../../../../../../shared'),
    'REGULATION.md',
  );
  const withReference = existsSync(reference) ? it : it.skip;
  withReference('has the ids of the reference text (skipped where REGULATION.md is not beside the data)', () => {
    const ids = readFileSync(reference, 'utf8').matchAll(/^\| (S\d\.\S+|A-\d\d) \|/gm);
    expect([...ids].map(([, id]) => id)).toEqual(regulation.map(({ id }) => id));
  });
});

describe('the numbers of the regulation', () => {
  it('belong to known clauses or defaults and name their unit', () => {
    for (const [id, settings] of Object.entries(defaultValues)) {
      expect(regulation.map((entry) => entry.id)).toContain(id);
      const numbers = Object.entries(settings).filter(([, value]) => typeof value === 'number');
      for (const [name] of numbers) {
        expect(name).toMatch(
          /(Minutes|WorkingDays?|CalendarDays|Months|Years|People|Yuan|Copies|Points|Complaints|Parts|DaysOrHours)$/,
        );
      }
    }
  });

  it.each([
    ['A-04', 'arriveBeforeOpeningMinutes', 10],
    ['A-06', 'acknowledgeWithinMinutes', 10],
    ['A-08', 'importedPromiseWorkingDays', 5],
    ['A-10', 'minimumCopies', 20],
    ['A-25', 'complaintWorkingDays', 5],
    ['A-25', 'complexComplaintWorkingDays', 10],
    ['A-27', 'reportOnWorkingDay', 5],
  ] as const)('%s: %s is %i unless the hall says otherwise', (id, name, value) => {
    expect(defaultValues[id]).toHaveProperty(name, value);
  });

  it('a hall changes one and keeps the rest; a slip is a fault', () => {
    const changed = defaultValuesSchema.parse({ 'A-25': { complaintWorkingDays: 3 } });
    expect(changed['A-25']).toEqual({ ...defaultValues['A-25'], complaintWorkingDays: 3 });
    expect(changed['A-10']).toEqual(defaultValues['A-10']);
    expect(defaultValuesSchema.safeParse({ 'A-25': { complaintWorkingDay: 3 } }).success).toBe(false);
    expect(defaultValuesSchema.safeParse({ 'A-31': {} }).success).toBe(false);
    expect(defaultValuesSchema.safeParse({ 'A-04': { graceMinutes: -1 } }).success).toBe(false);
  });

  it.each([
    ['A-18', 'temporaryWorkingDays'],
    ['A-24', 'claimedLossYuan'],
    ['A-25', 'consultationWorkingDays'],
    ['A-27', 'analysisEveryMonths'],
    ['A-28', 'investigatingPeople'],
  ])('%s: %s, which no rule reads yet, is refused', (id, name) => {
    expect(defaultValuesSchema.safeParse({ [id]: { [name]: 3 } }).success).toBe(false);
  });
});
