import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from '@hall/platform/audit';
import type { Checked } from './report';

/** A mobile number or an identity number between neither letters nor digits. */
const personal = /(^|[^0-9A-Za-z-])(1[3-9]\d{9}|\d{17}[\dXx])([^0-9A-Za-z-]|$)/;

/** Lines of logs that carry a phone or identity number, by file and line. */
export function personalDataInLogs(folder: string): Checked {
  const files = readdirSync(folder).filter((name) => name.endsWith('.log'));
  const violations = files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line, at): Violation[] =>
        personal.test(line) ? [{ hall: '', subject: `${name}:${at + 1}`, owner: null, since: null, detail: null }] : [],
      ),
  );
  const text = '日志中没有电话和证件号码 / No log carries a phone or identity number';
  return { service: 'hall', name: 'no-personal-data-in-logs', clause: null, text, violations };
}
