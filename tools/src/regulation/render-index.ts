import type { Clause, EnforcementClass, RegulationDefault } from '@hall/contracts';
import { defaultsOf, defaultValues } from '@hall/contracts';
import type { Citation } from './citations';
import type { ClauseState, Keeping, MatrixRow } from './matrix';

const systemNames: Readonly<Record<number, string>> = {
  1: 'Staff conduct (工作人员行为规范)',
  2: 'First-contact responsibility (首问责任制)',
  3: 'Service promises (服务承诺制)',
  4: 'One-time notification (一次性告知制度)',
  5: 'A/B posts (AB岗)',
  6: 'Consultations and complaints (咨询、投诉处理)',
};

const classWords: Readonly<Record<EnforcementClass, string>> = {
  E: 'enforced',
  R: 'recorded and checked',
  C: 'kept as words',
};

const stateWords: Readonly<Record<ClauseState, string>> = {
  proven: 'a rule, and a test with its id that comes to it',
  untested: 'a rule without such a test',
  open: 'no rule yet',
  words: 'only its words can be kept',
};

const keepingWords: Readonly<Record<Keeping, string>> = {
  enforced: 'it is refused, counted down or done by itself',
  recorded: 'software keeps the proof by which people judge',
  content: 'only the words can be kept',
};

const settingsById: Readonly<Record<string, object>> = defaultValues;

const preface = `# The regulation, clause by clause

Every rule of the hall has an id. Refusals, records, tests and code cite it, so that anybody can find what a clause asks,
which code keeps it and which tests prove it: search this page for the id.

- **S1.0 – S6.5.2** are the clauses of the six systems. The Chinese text is the hall's own, with slips of the pen put right.
- **A-01 – A-30** are defaults that fill what the clauses leave open.
- **Settings** are numbers of either that an installation changes with \`HALL_REGULATION\` ([settings](settings.md)).
- **Class** says how far software can hold people to a clause: E enforced, R recorded and checked, C kept as words.
- **Kept** says what this software does: enforced, ${keepingWords.enforced}; recorded, ${keepingWords.recorded};
  content, ${keepingWords.content}. Whatever is not enforced is declared with its reason (\`tools/src/regulation/kept-as.ts\`).
- **Rule** lists the source files with exported code or data that is tagged \`@regulation <id>\` and that a running process
  comes to, **tests** the files with an executed test whose title begins with the id, **mentions** every other source file
  that speaks of it. \`open\` means that no code carries the clause yet. What a test notices is measured by
  \`npm run mutate\` ([mutation](mutation.md)).

This page is generated from \`libs/shared/contracts/src/regulation\` and the source tree: \`npm run fix:regulation\`.
`;

/** The clause index as Markdown; the same input gives the same bytes. */
export function renderIndex(rows: readonly MatrixRow[]): string {
  const sections = Object.entries(systemNames).map(([system, name]) => {
    const own = rows.filter(({ entry }) => 'system' in entry && entry.system === Number(system));
    return `## System ${system}: ${name}\n\n${own.map(renderRow).join('\n')}`;
  });
  const defaults = rows.filter(({ entry }) => 'fills' in entry);
  return [
    preface,
    `## Where it stands\n\n${renderSummary(rows)}`,
    ...sections,
    `## Defaults\n\n${defaults.map(renderRow).join('\n')}`,
  ].join('\n');
}

/** How many clauses and defaults are kept how, and have come how far, one line per state. */
export function renderSummary(rows: readonly MatrixRow[]): string {
  const keepings = Object.keys(keepingWords) as Keeping[];
  const states = Object.keys(stateWords) as ClauseState[];
  const lines = keepings.flatMap((keeping) =>
    states.flatMap((state) => {
      const of = rows.filter((row) => row.keeping === keeping && row.state === state);
      const count = (kind: 'system' | 'fills') => of.filter(({ entry }) => kind in entry).length;
      const said = keeping === 'content' ? keeping : `${keeping}, ${state} (${stateWords[state]})`;
      return of.length > 0 ? [`- ${said}: clauses ${count('system')}, defaults ${count('fills')}`] : [];
    }),
  );
  return `${lines.join('\n')}\n`;
}

function renderRow({ entry, keeping, why, state, rules, tests, refusals, mentions }: MatrixRow): string {
  const facts = 'fills' in entry ? defaultFacts(entry) : clauseFacts(entry);
  const ruleFiles = rules.length > 0 ? links(rules) : state === 'words' ? 'none, only its words can be kept' : 'open';
  return [
    `### ${entry.id} ${'fills' in entry ? entry.question : entry.term}`,
    '',
    entry.zh,
    '',
    entry.en,
    '',
    ...facts,
    ...settingsOf(entry.id),
    `- Kept: ${keeping}${why === null ? '' : `. ${why}`}`,
    `- Rule: ${ruleFiles}`,
    ...(tests.length > 0 ? [`- Tests: ${links(tests)}`] : []),
    ...(refusals.length > 0 ? [`- Refusals: ${refusals.map(({ detail }) => `\`${detail}\``).join(', ')}`] : []),
    ...(mentions.length > 0 ? [`- Mentions: ${links(mentions)}`] : []),
    '',
  ].join('\n');
}

function clauseFacts({ id, classes, deadline, record, accountable }: Clause): string[] {
  const facts = [
    ['Class', `${classes.join('+')} (${classes.map((one) => classWords[one]).join('; ')})`],
    ['Deadline', deadline],
    ['Record', record],
    ['Accountable', accountable],
    [
      'Completed by',
      defaultsOf(id)
        .map((one) => one.id)
        .join(', '),
    ],
  ];
  return facts.filter(([, fact]) => fact).map(([name, fact]) => `- ${name}: ${fact}`);
}

function defaultFacts({ fills }: RegulationDefault): string[] {
  return [`- Completes: ${fills.length > 0 ? fills.join(', ') : 'every clause with a term'}`];
}

function settingsOf(id: string): string[] {
  const settings = Object.entries(settingsById[id] ?? {}).map(([name, value]) => `\`${name}\` ${String(value)}`);
  return settings.length > 0 ? [`- Settings: ${settings.join(', ')}`] : [];
}

/** Each file once, named by its last part and linked from the folder of the page. */
function links(citations: readonly Citation[]): string {
  const paths = [...new Set(citations.map(({ path }) => path))];
  return paths.map((path) => `[${shortName(path)}](../${path})`).join(', ');
}

/** `cases/accept-case.ts`: the project and the file. */
function shortName(path: string): string {
  const parts = path.split('/');
  const project = parts[0] === 'libs' ? parts[2] : parts[0] === 'apps' ? parts[1] : parts[0];
  return `${project}/${parts.at(-1)}`;
}
