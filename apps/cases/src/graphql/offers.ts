import DataLoader from 'dataloader';
import { offeredOf, plainDateOf } from '@hall/kernel';
import type { Clock, HallKey } from '@hall/kernel';
import type { Actor } from '@hall/platform/actor';
import { findCaller, findDepartmentsOf } from '@hall/platform/directory';
import { derivedLoader, entityLoader, fromRow, globalId, keyOf } from '@hall/platform/graphql';
import type { Loader, MayCall } from '@hall/platform/graphql';
import type { Caller } from '../domain/cases/caller';
import type { Case } from '../domain/cases/case';
import type { RejectionReport } from '../domain/cases/end-case';
import { noticeActs, rejectionActs } from '../domain/cases/paper-acts';
import type { Contact } from '../domain/contacts/contact';
import { contactActs, referralActs } from '../domain/contacts/offered-actions';
import { ticketActs } from '../domain/contacts/queue';
import type { Referral } from '../domain/contacts/referral';
import { matterActs } from '../domain/major-matters/major-matter';
import { ratingActs } from '../domain/ratings/rating';
import type { DeliveredNotice, KnownStanding } from '../persistence/cases/case-queries';
import { ServiceRatingType } from './ratings/rating.type';
import type { Queries } from './queries';

/** The things as they are stored, each loaded at most once. */
interface Stored {
  readonly rawCase: Loader<Case | null>;
  readonly standings: Loader<KnownStanding | null>;
  readonly rawNotices: Loader<DeliveredNotice[]>;
  readonly rawRejection: Loader<RejectionReport | null>;
  readonly rawContact: Loader<Contact | null>;
  readonly rawReferrals: Loader<Referral[]>;
}

/** A part of a thing, as its offers are asked for. */
export const partOf = (thing: string, part: string): string => `${thing} ${part}`;

const self = <Row extends HallKey>(row: Row): HallKey => row;

/** The loaders of what the caller may do with each thing, by the tables of its acts: what refuses an act offers it. */
export function createOffers(
  { database, frontDesk, majorMatters, ratings }: Queries,
  { actor, mayDo }: { readonly actor: Actor; readonly mayDo: MayCall },
  clock: Clock,
  { rawCase, standings, rawNotices, rawRejection, rawContact, rawReferrals }: Stored,
) {
  const caller = new DataLoader(async (asked: readonly 'me'[]) => {
    const { hallCode, account } = actor;
    const found = hallCode && account ? await findCaller(database, hallCode, account) : undefined;
    return asked.map(() => found ?? null);
  });
  /** What a member of staff of the hall of a thing may do with it; everybody else nothing. */
  const asStaff = async (
    of: { readonly hallCode: string } | null | undefined,
    offered: (me: Caller) => readonly string[] | Promise<readonly string[]>,
  ): Promise<readonly string[]> => {
    const me = of && actor.hallCode === of.hallCode ? await caller.load('me') : null;
    return me ? (await offered(me)).filter((name) => mayDo(name, me.roles)) : [];
  };
  const parts = (offered: (thing: string, part: string) => Promise<readonly string[]>) =>
    new DataLoader((keys: readonly string[]) =>
      Promise.all(keys.map((key) => offered(...(key.split(' ') as [string, string])))),
    );
  const rawRating = entityLoader((keys) => ratings.ratings(keys), self);
  const departments = entityLoader((keys) => findDepartmentsOf(database, keys), self);
  const waiting = new DataLoader((windows: readonly string[]) =>
    Promise.all(windows.map((window) => frontDesk.waiting(keyOf(window), plainDateOf(clock.now())))),
  );
  return {
    contactActions: derivedLoader(rawContact, (contact, id) =>
      asStaff(contact, async (me) =>
        offeredOf(contactActs, { contact: contact!, referrals: await rawReferrals.load(id), caller: me }),
      ),
    ),
    /** By {@link partOf} a contact. */
    referralActions: parts(async (contactId, id) => {
      const [contact, referrals] = await Promise.all([rawContact.load(contactId), rawReferrals.load(contactId)]);
      const referral = referrals.find((each) => globalId(each) === id);
      if (!contact || !referral) return [];
      return asStaff(contact, (me) => offeredOf(referralActs, { referral, contact, caller: me }));
    }),
    ticketActions: derivedLoader(
      entityLoader((keys) => frontDesk.tickets(keys), self),
      (ticket) =>
        asStaff(ticket, async (me) => {
          const { hallCode, windowId } = ticket!;
          const line = await waiting.load(globalId({ hallCode, id: windowId }));
          return offeredOf(ticketActs, {
            ticket: ticket!,
            caller: me,
            today: plainDateOf(clock.now()),
            waiting: line,
          });
        }),
    ),
    matterActions: derivedLoader(
      entityLoader((keys) => majorMatters.matters(keys), self),
      (matter) =>
        asStaff(matter, async (me) => {
          const { hallCode, reportedById: id } = matter!;
          const reporter = await departments.load(globalId({ hallCode, id }));
          return offeredOf(matterActs, { matter: matter!, departmentId: reporter?.departmentId ?? '', caller: me });
        }),
    ),
    /** A rating as a member of staff of its hall reads it: nobody reads what was said of themselves. */
    ratingOfSomebodyElse: derivedLoader(rawRating, async (rating) => {
      const me = rating?.hallCode === actor.hallCode ? await caller.load('me') : null;
      return rating && me && me.id !== rating.staffId ? fromRow(ServiceRatingType, rating) : null;
    }),
    ratingActions: derivedLoader(rawRating, (rating) =>
      asStaff(rating, (me) => offeredOf(ratingActs, { rating: rating!, caller: me })),
    ),
    /** By {@link partOf} a case. */
    noticeActions: parts(async (caseId, number) => {
      const [current, standing, notices] = await Promise.all([
        rawCase.load(caseId),
        standings.load(caseId),
        rawNotices.load(caseId),
      ]);
      const notice = notices.find((each) => each.number === number);
      if (!current || !standing || !notice) return [];
      const known = actor.hallCode === current.hallCode ? standing.roles : null;
      return offeredOf(noticeActs, { current, standing, notice: { mode: notice.delivery?.mode ?? null } }).filter(
        (name) => mayDo(name, known),
      );
    }),
    rejectionActions: derivedLoader(rawRejection, async (report, caseId) => {
      const current = report && (await rawCase.load(caseId));
      return asStaff(current, (me) => offeredOf(rejectionActs, { report: report!, current: current!, caller: me }));
    }),
  };
}
