import { join } from 'node:path';
import { refusalText } from '@hall/kernel';
import type { RefusalCatalogue } from '@hall/kernel';

const services = [
  ['cases', 'caseRefusals'],
  ['complaints', 'complaintRefusals'],
  ['staffing', 'staffingRefusals'],
] as const;

// Tools know the services by their files, never by an import; a catalogue is a file of data.
const catalogues = Object.fromEntries(
  services.map(([service, name]) => {
    const file = join(__dirname, '../../apps', service, 'src/domain/refusals');
    return [name, jest.requireActual<Record<string, RefusalCatalogue>>(file)[name]!];
  }),
);
const refusals = Object.entries(catalogues).flatMap(([of, catalogue]) =>
  Object.entries(catalogue).map(([code, entry]) => ({ of, code, entry, catalogue })),
);

test.each(refusals)('$of $code says in words what it says: no ids, no codes', ({ entry, code, catalogue }) => {
  const slots = [...`${entry.zh} ${entry.en}`.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!);
  expect(slots.filter((slot) => /^ids?$|Ids?$/.test(slot))).toEqual([]);
  const details = Object.fromEntries(slots.map((slot) => [slot, '某']));
  for (const locale of ['zh-CN', 'en'] as const)
    expect(refusalText(catalogue, { code, details }, locale)).not.toMatch(/[A-Z]{2,}_[A-Z]|[a-z]{2,}[A-Z][a-z]/);
});
