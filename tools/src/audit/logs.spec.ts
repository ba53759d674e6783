import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personalDataInLogs } from './logs';

test('a phone or identity number in a log is found by its line; ids and instants are not taken for one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logs-'));
  const lines = [
    '{"time":1795564200000,"id":"01a21007-5cd2-7083-b323-13812341234f"}',
    '{"body":"13812341234"}',
    'applicant 33028219900101123X asked',
  ];
  writeFileSync(join(folder, 'cases.log'), lines.join('\n'));
  writeFileSync(join(folder, 'cases.txt'), lines.join('\n'));
  try {
    expect(personalDataInLogs(folder).violations.map(({ subject }) => subject)).toEqual(['cases.log:2', 'cases.log:3']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
