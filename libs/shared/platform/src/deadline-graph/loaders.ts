import DataLoader from 'dataloader';
import type { Clock, DeadlineEvent } from '@hall/kernel';
import type { Actor } from '../actor';
import { findLedgers, findLevels, findMoves } from '../deadlines';
import type { NotifiedLevel, OfDeadline } from '../deadlines';
import { findCalendars } from '../directory';
import { createType, derivedLoader, keyOf, listLoader } from '../graphql';
import type { Database } from '../postgres';
import { DateMoveType } from './commitment.type';
import { toCommitmentType } from './to-commitment';

const deadlineOf = <Row extends OfDeadline<object>>({ hallCode, deadlineId }: Row) => ({ hallCode, id: deadlineId });

/** What a service shows of its deadlines in one request, by the id of what each is for. */
export function createDeadlineLoaders(database: Database, { locale }: Pick<Actor, 'locale'>, clock: Clock) {
  const calendar = new DataLoader(async (hallCodes: readonly string[]) => {
    const calendars = await findCalendars(database, hallCodes);
    return hallCodes.map((hallCode) => calendars.get(hallCode)!);
  });
  const ledger = listLoader<OfDeadline<DeadlineEvent>, DeadlineEvent>(
    (keys) => findLedgers(database, keys),
    deadlineOf,
  );
  return {
    calendar,
    ledger,
    /** Where a deadline stands; null where there is none. */
    commitment: derivedLoader(ledger, async (events, id) => {
      if (events.length === 0) return null;
      const inForce = await calendar.load(keyOf(id).hallCode);
      return toCommitmentType(id, events, inForce, { now: clock.now(), locale });
    }),
    levels: listLoader<OfDeadline<NotifiedLevel>>((keys) => findLevels(database, keys), deadlineOf),
    moves: listLoader(
      (keys) => findMoves(database, keys),
      deadlineOf,
      (move) => createType(DateMoveType, move),
    ),
  };
}

/** See {@link createDeadlineLoaders}. */
export type DeadlineLoaders = ReturnType<typeof createDeadlineLoaders>;
