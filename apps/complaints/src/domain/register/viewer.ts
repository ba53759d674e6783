/** Those who handle complaints. */
export const complaintDesk = ['DESK_OFFICER', 'CENTRE_OFFICE', 'CENTRE_LEADER'] as const;

/** What the rule needs to know of an actor. */
export interface Asking {
  readonly account?: string;
  readonly hallCode?: string;
  readonly roles: readonly string[];
}

/**
 * Who asks, as the statements of this service need to know it. Every read of complaints carries this reader; there is no
 * other way to a row.
 */
export interface Viewer {
  /** Reads all of a hall but what concerns them; reads only what they registered themselves; reads figures only. */
  readonly scope: 'STAFF' | 'OWN' | 'FIGURES' | 'NONE';
  readonly account: string;
  readonly hallCode: string;
}

const staffReaders: readonly string[] = ['DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER'];

/** The reader behind an actor. An administrator keeps the installation, not the complaints. */
export function viewerOf({ account, hallCode, roles }: Asking): Viewer {
  if (account === undefined || hallCode === undefined) return { scope: 'NONE', account: '', hallCode: '' };
  if (roles.some((role) => staffReaders.includes(role))) return { scope: 'STAFF', account, hallCode };
  if (roles.includes('APPLICANT') || roles.includes('OFFICER')) return { scope: 'OWN', account, hallCode };
  return { scope: roles.includes('ANALYST') ? 'FIGURES' : 'NONE', account, hallCode };
}
