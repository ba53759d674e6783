import { refusalText } from '@hall/kernel';
import type { RefusalCatalogue } from '@hall/kernel';
import { caseRefusals } from '../../apps/cases/src/domain/refusals';
import { complaintRefusals } from '../../apps/complaints/src/domain/refusals';
import { staffingRefusals } from '../../apps/staffing/src/domain/refusals';

const catalogues: Readonly<Record<string, RefusalCatalogue>> = { caseRefusals, complaintRefusals, staffingRefusals };
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
