import type { FieldAccess } from '../shared/describe-service';

/** The columns: classes of actors, from the one who may least. */
const actors = {
  visitor: [],
  'signed in': ['SIGNED_IN'],
  applicant: ['SIGNED_IN', 'APPLICANT'],
  officer: ['SIGNED_IN', 'OFFICER'],
  desk: ['SIGNED_IN', 'DESK_OFFICER'],
  head: ['SIGNED_IN', 'SECTION_HEAD'],
  office: ['SIGNED_IN', 'CENTRE_OFFICE'],
  leader: ['SIGNED_IN', 'CENTRE_LEADER'],
  analyst: ['SIGNED_IN', 'ANALYST'],
  partner: ['SIGNED_IN', 'PARTNER'],
  admin: ['SIGNED_IN', 'ADMIN'],
} as const satisfies Record<string, readonly string[]>;

/** Those who belong to no hall: whose things are theirs in every hall, and who keeps all of them. */
const ofEveryHall: readonly string[] = ['applicant', 'admin'];

/** Whether each class of actors may have a field, in the order of the columns. */
function rightsOf({ audiences, isOfHall }: FieldAccess): string {
  return Object.entries(actors)
    .map(([name, audience]: [string, readonly string[]]) => {
      if (!audiences.includes('ANYONE') && !audience.some((one) => audiences.includes(one))) return '·';
      return isOfHall && !ofEveryHall.includes(name) ? '◐' : '●';
    })
    .join(' | ');
}

/** The table of one service: fields of a type that the same actors may have share a line. */
export function toSection(service: string, access: readonly FieldAccess[]): string {
  const rows = new Map<string, string[]>();
  for (const each of access) {
    const row = `${each.type} | ${rightsOf(each)}`;
    rows.set(row, [...(rows.get(row) ?? []), `\`${each.field}\``]);
  }
  const lines = [...rows].map(([row, fields]) => {
    const [type, ...rights] = row.split(' | ');
    return `| \`${type}\` | ${fields.join(' ')} | ${rights.join(' | ')} |`;
  });
  const names = Object.keys(actors);
  const ruler = ['---', '---', ...names.map(() => ':-:')].join(' | ');
  return [`## ${service}`, '', `| type | fields | ${names.join(' | ')} |`, `| ${ruler} |`, ...lines.sort()].join('\n');
}
