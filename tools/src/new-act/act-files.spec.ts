import { join, resolve } from 'node:path';
import * as ts from 'typescript';
import { exportedNames, sharedNames } from '../../architecture/exported-names';
import { faultOfName, fileNameOf, filesOf, servicesWithActs } from './act-files';
import { faultOfRoom, roomsOf, withRoom } from './rooms';

const root = resolve(__dirname, '../../..');
const generated = new Map(
  servicesWithActs
    // Also a room that begins with this act.
    .flatMap((service) =>
      [...roomsOf(service), 'rehearsals'].map((room) => ({ service, room, name: 'rehearseSomething' })),
    )
    .flatMap(filesOf)
    .map(({ path, content }) => [join(root, path), content]),
);

/** Files of the checkout, read once for every test. */
const sources = new Map<string, ts.SourceFile>();

/** What the compiler says of files that exist only here, among those that are really there. */
function complaintsAbout(files: ReadonlyMap<string, string>): string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.spec.json'), ts.sys.readFile).config as object;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  const getSourceFile = host.getSourceFile.bind(host);
  const read = (path: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined => {
    const known = sources.get(path) ?? getSourceFile(path, version);
    if (known !== undefined) sources.set(path, known);
    return known;
  };
  host.fileExists = (path) => files.has(path) || fileExists(path);
  // The folders of a room that begins are not there yet.
  host.directoryExists = () => true;
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, version) => {
    const text = files.get(path);
    return text === undefined ? read(path, version) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

jest.setTimeout(120_000);

test('the files of a new act compile in every room of every service, with the shell of its things where there is one', () => {
  expect(generated.size).toBeGreaterThan(4 * servicesWithActs.length);
  const shells = ['caseAct(', 'contactAct(', 'complaintAct('];
  for (const shell of shells) expect([...generated.values()].some((text) => text.includes(shell))).toBe(true);
  expect(complaintsAbout(generated)).toEqual([]);
});

test('a template that no longer fits the service is found', () => {
  const [path, content] = [...generated].find(([, text]) => text.includes('ports.clock.now()'))!;
  const stale = new Map([...generated, [path, content.replace('ports.clock.now()', 'ports.whatTimeIsIt()')]]);
  expect(complaintsAbout(stale)).toEqual([expect.stringContaining(`${path}: Property 'whatTimeIsIt' does not exist`)]);
});

test.each([
  ['with a shell', 'cases', 'contacts'],
  ['without one', 'cases', 'ratings'],
])('the rule and the act that are generated %s have two names', (_, service, room) => {
  const [rule, , act] = filesOf({ service, room, name: 'reopenContact' }).map(({ content }) => exportedNames(content));
  expect(rule).toEqual(['applyReopenContact']);
  expect(act).toEqual(['reopenContact']);
  expect(sharedNames(rule!, act!)).toEqual([]);
});

test('the test of a new act fails until somebody has written the rule', () => {
  const [rule, spec] = filesOf({ service: 'cases', room: 'contacts', name: 'reopenContact' });
  expect(rule!.content).toContain('return done(current)');
  expect(spec!.content).toContain(`toMatchObject({ refusal: { code: 'TODO' } })`);
});

test.each(['reopenContact', 'reportMajorMatter'])('%s is a name', (name) => {
  expect(faultOfName(name)).toBeUndefined();
});

test.each(['close', 'ReopenContact', 'reopen-contact', 'reopenContact2', '', '../reopenContact'])(
  '%s is none',
  (name) => {
    expect(faultOfName(name)).toContain('not a verb and a noun');
  },
);

test('a room of the table need not be in every layer yet, and a new one comes into the table', () => {
  expect(roomsOf('complaints')).toContain('statistics');
  const table = `  cases: ['cases'],\n  staffing: ['structure', 'training'],\n`;
  expect(withRoom('staffing', 'leave', table)).toBe(
    `  cases: ['cases'],\n  staffing: ['structure', 'training', 'leave'],\n`,
  );
  expect(withRoom('staffing', 'leave')).toMatch(/^ {2}staffing: \[.*'leave'\],$/m);
  expect(() => withRoom('gateway', 'leave', table)).toThrow(RangeError);
  expect([faultOfRoom('major-matters'), faultOfRoom('Leave'), faultOfRoom('../leave')]).toEqual([
    undefined,
    expect.any(String),
    expect.any(String),
  ]);
});

test('files are called as their act, in small letters', () => {
  expect(fileNameOf('reportMajorMatter')).toBe('report-major-matter');
});
