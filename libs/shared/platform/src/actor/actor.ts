import type { Locale } from '@hall/kernel';

export type { Locale };

/** What an account may be in a hall. A deputy's powers come from the cover, never from a role. */
export const ROLES = [
  'APPLICANT',
  'OFFICER',
  'DESK_OFFICER',
  'SECTION_HEAD',
  'CENTRE_OFFICE',
  'CENTRE_LEADER',
  'ANALYST',
  'PARTNER',
  'ADMIN',
] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Everybody who works in the hall. */
export const staffRoles = [
  'OFFICER',
  'DESK_OFFICER',
  'SECTION_HEAD',
  'CENTRE_OFFICE',
  'CENTRE_LEADER',
] as const satisfies readonly Role[];

/** On whose behalf a request runs, as the gateway established it. */
export interface Actor {
  /** Subject (`sub`) of the user's token; absent for a visitor who did not sign in. */
  readonly account?: string;
  /** Hall the account belongs to; absent for visitors and for accounts above halls. */
  readonly hallCode?: string;
  readonly roles: readonly Role[];
  /** Name as the identity provider tells it: for greeting the person, never for deciding anything. */
  readonly name?: string;
  /** Language of the messages in the answer. */
  readonly locale: Locale;
}

/** An actor who signed in. */
export type SignedInActor = Actor & { readonly account: string };

/** The visitor who did not sign in: no account, no role, no hall. */
export function anonymousActor(locale: Locale): Actor {
  return { roles: [], locale };
}

/** Whether somebody signed in; narrows the type, so that `account` is there. */
export function isSignedIn(actor: Actor): actor is SignedInActor {
  return actor.account !== undefined;
}

/** Narrows a word from a token to a role; unknown words are not roles. */
export function isRole(word: unknown): word is Role {
  return (ROLES as readonly unknown[]).includes(word);
}

/**
 * The language to answer in, from an `Accept-Language` header: English only when it is preferred to Chinese,
 * because the hall's own language is Chinese.
 */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: Locale = 'zh-CN';
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? '').slice(0, 256).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    const locale = /^en(-|$)/.test(tag) ? 'en' : /^zh(-|$)/.test(tag) ? 'zh-CN' : undefined;
    if (locale !== undefined && weight > bestWeight) [best, bestWeight] = [locale, weight];
  }
  return best;
}
