import { systemClock } from '../clock';
import { staffRoles } from './actor';
import type { Actor, Role } from './actor';
import { BoundedCache } from './bounded-cache';
import type { StaffNoted } from './staff-of';

/** The roles with which an account is registered among the staff of a hall, as this service knows it; undefined for nobody. */
export type FindStaffRoles = (hallCode: string, account: string) => Promise<readonly string[] | undefined>;

/** Who asks, with those roles alone that count; at once where it is known, and asked once in a request. */
export type Viewer = () => Actor | Promise<Actor>;

const remembered = 10_000;
/** How long it may take until a role that was taken away is gone everywhere; the gateway's signature holds longer. */
const rememberedSeconds = 30;

const isStaffRole = (role: Role): boolean => (staffRoles as readonly Role[]).includes(role);

/**
 * What a service knows of those who work in its halls. A token says what an account may be; whether its hall knows it as that
 * is asked here. Who is known is remembered for a moment, so that reading costs no further statement; who is not, never.
 */
export class KnownStaff {
  readonly #known = new BoundedCache<readonly string[]>(remembered);

  /** @param now machine time in milliseconds; never the hall's test clock */
  constructor(
    private readonly find: FindStaffRoles,
    private readonly now: () => number = () => systemClock.now().getTime(),
  ) {}

  /** Takes note of what a transaction had to look up anyway. */
  note(noted: Iterable<StaffNoted>): void {
    for (const { hallCode, account, roles } of noted) this.#remember(hallCode, account, roles);
  }

  /** Forgets everybody: somebody's roles have changed. */
  forget(): void {
    this.#known.clear();
  }

  /** Whom to read as for one request of this actor. */
  viewerOf(actor: Actor): Viewer {
    let viewer: Actor | Promise<Actor> | undefined;
    return () => (viewer ??= this.#viewer(actor));
  }

  #viewer(actor: Actor): Actor | Promise<Actor> {
    const { account, hallCode, roles } = actor;
    if (!roles.some(isStaffRole)) return actor;
    const as = (known: readonly string[]): Actor => ({
      ...actor,
      roles: roles.filter((role) => !isStaffRole(role) || known.includes(role)),
    });
    if (account === undefined || hallCode === undefined) return as([]);
    const known = this.#known.get(key(hallCode, account), this.now());
    if (known) return as(known);
    return this.find(hallCode, account).then((found) => {
      if (found) this.#remember(hallCode, account, found);
      return as(found ?? []);
    });
  }

  #remember(hallCode: string, account: string, roles: readonly string[]): void {
    this.#known.set(key(hallCode, account), roles, this.now() + rememberedSeconds * 1000);
  }
}

const key = (hallCode: string, account: string): string => JSON.stringify([hallCode, account]);
