import { createHash } from 'node:crypto';
import type { Data } from '../shared/hall-client';

/** Something that no answer of the hall may be: its own fault, or a question that it does not understand. */
export interface Fault {
  readonly day: string;
  readonly at: string;
  readonly who: string;
  readonly operation: string;
  readonly code: string;
  readonly message: string;
  readonly correlationId: string;
  readonly said: Data;
}

/** An attempt at a mutation that came to something. */
export interface Attempt {
  readonly who: string;
  readonly name: string;
  readonly said: unknown;
  /** Why the hall said no; undefined when it did what was asked. */
  readonly refused: string | undefined;
}

/** What one day has come to. */
export interface DayCount {
  arrivals: number;
  readonly accepted: Map<string, number>;
  readonly refused: Map<string, number>;
  readonly statuses: Map<string, number>;
}

const emptyDay = (): DayCount => ({ arrivals: 0, accepted: new Map(), refused: new Map(), statuses: new Map() });
const increase = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Counts what was tried and what came of it, and remembers what a later mistake can be made of. */
export class Tally {
  readonly accepted = new Map<string, number>();
  /** By mutation, how often it was refused with which code. */
  readonly refused = new Map<string, Map<string, number>>();
  readonly faults: Fault[] = [];
  /** The last attempt at each mutation that the hall accepted. */
  readonly last = new Map<string, Attempt>();
  today = emptyDay();
  attempts = 0;
  questions = 0;
  readonly #attempted = createHash('sha256');

  startDay(): void {
    this.today = emptyDay();
  }

  note(attempt: Attempt, status?: string): void {
    const { who, name, said, refused } = attempt;
    this.attempts += 1;
    this.#attempted.update(`${who} ${name} ${JSON.stringify(said, withoutIds)} ${refused ?? 'done'}\n`);
    if (refused === undefined) {
      increase(this.accepted, name);
      increase(this.today.accepted, name);
      if (status !== undefined) increase(this.today.statuses, `${name} ${status}`);
      this.last.set(name, attempt);
    } else {
      const codes = this.refused.get(name) ?? new Map<string, number>();
      this.refused.set(name, codes);
      increase(codes, refused);
      increase(this.today.refused, refused);
    }
  }

  /** The mark of all attempts so far and what came of them: two runs with one mark tried the same. */
  get mark(): string {
    return this.#attempted.copy().digest('hex').slice(0, 12);
  }
}

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** Ids and codes are new in every run; who does what to the how-manieth thing is not. */
function withoutIds(key: string, value: unknown): unknown {
  if (key === 'code' || key === 'idempotencyKey') return undefined;
  return typeof value === 'string' ? value.replace(uuid, '#') : value;
}
