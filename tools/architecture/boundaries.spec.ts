import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { rightSamples, wrongSamples } from './samples';

const root = join(__dirname, '../..');
/** What lint says of each sample, in their order: rule and message. */
let reports: [rule: string, message: string][][];

beforeAll(() => {
  const samples = [...wrongSamples, ...rightSamples].map(({ file, code }) => ({ file: join(root, file), code }));
  const answer = execFileSync(process.execPath, [join(__dirname, 'lint-samples.mjs')], {
    cwd: root,
    input: JSON.stringify(samples),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  reports = JSON.parse(answer) as typeof reports;
}, 120_000);

describe('lint refuses', () => {
  it.each(wrongSamples.map((sample, index) => ({ ...sample, index })))('$why ($file)', ({ rule, says, index }) => {
    expect(reports[index]).toEqual([[rule, expect.stringMatching(says)]]);
  });
});

describe('lint lets pass that', () => {
  it.each(rightSamples.map((sample, index) => ({ ...sample, index: wrongSamples.length + index })))(
    '$why ($file)',
    ({ index }) => {
      expect(reports[index]).toEqual([]);
    },
  );
});
