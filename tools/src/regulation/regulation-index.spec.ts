import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { regulation } from '@hall/contracts';
import { citationsIn } from './citations';
import type { Citation } from './citations';
import type { Executions } from './executed';
import { keptAs, notYet } from './kept-as';
import { arrivedIn, buildMatrix, holesIn, unknownCitations, unreadSettings } from './matrix';
import type { Reach } from './reach';
import { renderIndex, renderSummary } from './render-index';
import { renderHoles, renderMatrix } from './render-matrix';
import { readSourceFiles } from './source-files';

const executed: Executions = { reaches: () => true };
const everywhere: Reach = { has: () => true, hasMember: () => true };
const cite = (path: string, text: string, reach = everywhere): string[] =>
  citationsIn({ path, text }, reach).citations.map(({ id, kind, detail }) =>
    [kind, id, detail].filter(Boolean).join(' '),
  );

const rule: Citation = {
  id: 'S4.1b',
  kind: 'rule',
  path: 'apps/cases/src/domain/accept-case.ts',
  detail: '',
  names: ['accept'],
};
const test: Citation = {
  ...rule,
  kind: 'test',
  path: 'apps/cases/src/domain/accept-case.spec.ts',
  detail: 'S4.1b: all',
};
const refusal: Citation = { ...rule, kind: 'refusal', path: 'apps/cases/src/domain/refusals.ts', detail: 'INCOMPLETE' };

it('a setting that no source reads is found, each by its own name', () => {
  const path = 'apps/cases/src/x.ts';
  const text = `const { acknowledgeWithinMinutes: minutes } = ports.settings['A-06']; // settings['A-10'].minimumCopies
    const days = given.settings['A-25'].complaintWorkingDays; const text = 'settings.complexComplaintWorkingDays';`;
  const tested = { path: 'apps/cases/src/x.spec.ts', text: `settings['A-10'].minimumCopies` };
  const settings = {
    'A-06': { acknowledgeWithinMinutes: 10 },
    'A-10': { minimumCopies: 20 },
    'A-25': { complaintWorkingDays: 5, complexComplaintWorkingDays: 10 },
  };
  expect(unreadSettings(settings, [{ path, text }, tested])).toEqual([
    'A-10.minimumCopies',
    'A-25.complexComplaintWorkingDays',
  ]);
});

describe('finding citations', () => {
  it('a rule is what carries the tag; anything else only mentions', () => {
    const text =
      '/**\n * @regulation S3.4b S4.1b A-13\n */\nexport function slip() {}\n// the slip (S3.4c), and S4.1b again';
    expect(cite('a/b.ts', text)).toEqual(['rule S3.4b', 'rule S4.1b', 'rule A-13', 'mention S3.4c']);
  });

  it('a test is named by the ids its title begins with', () => {
    const text = [
      `it('S5.1a, S5.1b: a post needs two people, unlike S5.5', () => {});`,
      `describe("A-07 imports", () => { test("A-06 unaccepted", () => {}); });`,
      'it.each([1, 2])(`S6.5.2 classes %i`, () => {});',
      'test.each`a\n${1}`("S3.5: ${x} days", () => {});',
      `expect(find('S1.0')).toBeDefined();`,
      `it('closes (S2.1b)', () => {});`,
    ].join('\n');
    expect(cite('a/test/integration/b.int-spec.ts', text)).toEqual([
      'test S5.1a S5.1a, S5.1b: a post needs two people, unlike S5.5',
      'test S5.1b S5.1a, S5.1b: a post needs two people, unlike S5.5',
      'test A-06 A-06 unaccepted',
      'test S6.5.2 S6.5.2 classes %i',
      'test S3.5 S3.5: ${x} days',
      'mention S5.5',
      'mention A-07',
      'mention S1.0',
      'mention S2.1b',
    ]);
  });

  it('a refusal is an entry of a catalogue', () => {
    const text = `const all = { TOO_LATE: { clause: 'S3.5', zh: '迟' }, LOST: { zh: '失' } };`;
    expect(cite('a/refusals.ts', text)).toEqual(['refusal S3.5 TOO_LATE']);
    expect(cite('a/other.ts', text)).toEqual(['mention S3.5']);
  });

  it.each([
    ['skipped', `test.skip('S4.1b: all', () => {});`],
    ['skipped under its other name', `xit('S4.1b: all', () => {});`],
    ['skipped with its rows', `it.skip.each([1])('S4.1b: all', () => {});`],
    ['only announced', `test.todo('S4.1b: all');`],
    ['without a body', `test('S4.1b: all');`],
    ['expected to fail', `test.failing('S4.1b: all', () => {});`],
    ['in a skipped suite', `describe.skip('x', () => { describe('y', () => { it('S4.1b: all', () => {}); }); });`],
    ['in an excluded suite', `xdescribe('x', () => { it('S4.1b: all', () => {}); });`],
    ['in a comment', `// test('S4.1b: all', () => {});\n/* it('S4.1b: all', () => {}); */`],
    ['in a string', `const text = "test('S4.1b: all', () => {})";`],
    ['another call with such a string', `expect('S4.1b: all').toBe(found);`],
    ['run where its data is present', `const here = isPresent ? it : it.skip; here('S4.1b: all', () => {});`],
    ['an id that does not lead', `test('all of S4.1b', () => {});`],
    ['an id without words', `test('S4.1b', () => {});`],
  ])('what is no executed test of the id is none: %s', (_what, text) => {
    expect(cite('apps/cases/src/a.spec.ts', text)).toEqual(['mention S4.1b']);
  });

  it('a file that Jest does not look for has no tests', () => {
    const text = `test('S4.1b: all', () => {});`;
    expect(cite('apps/cases/test/support/a.spec.ts', text)).toEqual(['mention S4.1b']);
    expect(cite('apps/cases/src/a.spec.ts', text)).toEqual(['test S4.1b S4.1b: all']);
  });

  const tag = '/** @regulation S4.1b */';
  const nobody: Reach = { has: () => false, hasMember: () => false };
  it.each([
    ['a function', `${tag}\nexport function check() {}`],
    ['an asynchronous one', `${tag}\nexport async function check() {}`],
    ['data', `${tag}\nexport const checks = ['a'];`],
    ['a class', `${tag}\nexport class Checks {}`],
    ['a method of a class', `export class Checks {\n${tag}\nall() {} }`],
  ])('a rule is an exported %s that somebody comes to', (_what, text) => {
    expect(cite('a/b.ts', text)).toEqual(['rule S4.1b']);
    expect(cite('a/b.ts', text, nobody)).toEqual(['mention S4.1b']);
  });

  it.each([
    ['a function of its own file', `${tag}\nfunction check() {}\ncheck();`, 'it is not exported'],
    ['a type', `${tag}\nexport interface Check {}`, 'it is no function, constant or class'],
    [
      'something inside a function',
      `export function a() {\n${tag}\nconst b = 1; }`,
      'it is no function, constant or class',
    ],
  ])('a tag at %s makes no rule, and that is told', (_what, text, why) => {
    const { citations, idleTags } = citationsIn({ path: 'a/b.ts', text }, everywhere);
    expect(citations.map(({ kind }) => kind)).toEqual(['mention']);
    expect(idleTags).toEqual([{ path: 'a/b.ts', name: expect.any(String) as string, why }]);
  });

  it('a comment that belongs to nothing, or to the next thing but one, makes no rule', () => {
    expect(cite('a/b.ts', `// @regulation S4.1b\nexport function check() {}`)).toEqual(['mention S4.1b']);
    expect(cite('a/b.ts', `export const text = '/** @regulation S4.1b */';`)).toEqual(['mention S4.1b']);
  });

  it('what merely looks like an id is none', () => {
    expect(cite('a/b.ts', `'SHA-25 S4 A-1 A-123 xS4.1b S4.1b2 version-S1.0 AA-06'`)).toEqual([]);
  });
});

describe('the matrix', () => {
  const stateOf = (id: string, ...citations: Citation[]) =>
    buildMatrix(regulation, citations, executed).find(({ entry }) => entry.id === id)?.state;

  it('a clause is proven by a rule and a test, and nothing less', () => {
    expect(stateOf('S4.1b', rule, test)).toBe('proven');
    expect(stateOf('S4.1b', rule)).toBe('untested');
    expect(stateOf('S4.1b', test, refusal)).toBe('open');
    expect(stateOf('S1.0')).toBe('words');
    expect(stateOf('A-06')).toBe('open');
  });

  it('a test that never comes to the rule proves nothing of it', () => {
    const asked: unknown[] = [];
    const reaches: Executions['reaches'] = (...what) => asked.push(what) === 0;
    const [row] = buildMatrix(
      regulation.filter(({ id }) => id === 'S4.1b'),
      [rule, test],
      { reaches },
    );
    expect(row).toMatchObject({ state: 'untested', keeping: 'enforced' });
    expect(asked).toEqual([[{ path: test.path, title: test.detail }, rule.path, 'accept']]);
  });

  it('tells apart what is enforced, recorded and words, with the reason', () => {
    const rowOf = (id: string) => buildMatrix(regulation, [], executed).find(({ entry }) => entry.id === id);
    expect(rowOf('S4.1b')).toMatchObject({ keeping: 'enforced', why: null, state: 'open' });
    expect(rowOf('S3.1a')).toMatchObject({ keeping: 'recorded', why: keptAs['S3.1a']!.why, state: 'open' });
    for (const id of ['S2.0', 'S4.0']) expect(rowOf(id)).toMatchObject({ keeping: 'content', state: 'words' });
  });

  it('what the regulation says can be enforced is, save what repeats another clause; all else is declared', () => {
    const declared = regulation.filter(({ id }) => id in keptAs);
    expect(declared.map(({ id }) => id).sort()).toEqual(Object.keys(keptAs).sort());
    for (const entry of regulation) {
      if (!('classes' in entry)) continue;
      const isEnforceable = entry.classes.includes('E') && entry.id !== 'S3.1b';
      expect([entry.id, entry.id in keptAs]).toEqual([entry.id, !isEnforceable]);
      if (keptAs[entry.id]?.as === 'recorded')
        expect([entry.id, entry.classes]).toEqual([entry.id, expect.arrayContaining(['R'])]);
    }
    expect(declared.filter((entry) => 'fills' in entry).map(({ id }) => id)).toEqual(['A-01']);
  });

  it('an id that the catalogue does not have is found', () => {
    const slip: Citation = { ...rule, id: 'S4.9z' };
    expect(unknownCitations(regulation, [rule, slip])).toEqual([slip]);
  });

  it('prints rule, test and refusal of a clause, and the holes', () => {
    const rows = buildMatrix(
      regulation.filter(({ id }) => ['S4.1b', 'S4.2c'].includes(id)),
      [rule, test, refusal],
      executed,
    );
    expect(renderMatrix(rows)).toMatch(
      /S4\.1b +enforced +proven +补正全部内容\n +rule +\S+accept-case\.ts\n +test .*S4\.1b: all\n +refusal .*INCOMPLETE/,
    );
    expect(renderHoles(rows)).toBe('open (1): S4.2c\nwithout a test (0): ');
  });
});

describe('the index', () => {
  const index = renderIndex(buildMatrix(regulation, [rule, test, refusal], executed));

  it('has every clause and default once, and says where the rule is', () => {
    const ids = [...index.matchAll(/^### (\S+) /gm)].map(([, id]) => id);
    expect(ids).toEqual(regulation.map(({ id }) => id));
    expect(index).toContain('- Rule: [cases/accept-case.ts](../apps/cases/src/domain/accept-case.ts)');
    expect(renderSummary(buildMatrix(regulation, [rule, test], executed))).toContain(
      '- enforced, proven (a rule, and a test with its id that comes to it): clauses 1, defaults 0',
    );
  });

  it('is left alone by the formatter, which would otherwise make it drift', () => {
    const root = join(__dirname, '../../..');
    const formatter = join(root, 'node_modules/prettier/bin/prettier.cjs');
    const formatted = execFileSync(process.execPath, [formatter, '--stdin-filepath', 'docs/regulations.md'], {
      cwd: root,
      input: index,
      encoding: 'utf8',
    });
    expect(formatted).toBe(index);
  });
});

describe('what is not declared', () => {
  const holes = (citations: readonly Citation[]): readonly string[] =>
    holesIn(buildMatrix(regulation, citations, executed));

  it('has no hole: a rule without a test, or no rule at all, fails the check', () => {
    expect(holes([])).toEqual(expect.arrayContaining(['S2.1a', 'S3.3a', 'S4.1b', 'A-14', 'A-30', 'S3.1a', 'A-01']));
    expect(holes([rule])).toContain('S4.1b');
    expect(holes([rule, test])).not.toContain('S4.1b');
    expect(holes([])).not.toEqual(expect.arrayContaining(['S2.0', ...notYet]));
  });

  it('what is said not to be there yet is refused when it is', () => {
    const [id] = notYet as [string];
    const arrived = [rule, test].map((citation) => ({ ...citation, id }));
    expect(arrivedIn(buildMatrix(regulation, arrived, executed))).toEqual([id]);
    expect(arrivedIn(buildMatrix(regulation, [], executed))).toEqual([]);
  });
});

describe('reading the sources', () => {
  it('reads what people write, in a fixed order, and nothing built or installed', () => {
    const root = mkdtempSync(join(tmpdir(), 'regulation-'));
    try {
      const paths = [
        'libs/b.ts',
        'apps/x/src/a.sql',
        'apps/x/dist/a.js',
        'tools/node_modules/m/i.js',
        'tools/.cache/a.ts',
      ];
      for (const path of [...paths, 'tools/z.mjs', 'tools/read.me', 'docs/a.ts']) {
        mkdirSync(join(root, dirname(path)), { recursive: true });
        writeFileSync(join(root, path), 'S1.0');
      }
      expect(readSourceFiles(root).map(({ path }) => path)).toEqual(['apps/x/src/a.sql', 'libs/b.ts', 'tools/z.mjs']);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
