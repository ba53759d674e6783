import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '@hall/kernel';
import type { Cipher } from '@hall/platform/privacy';

/** Papers of a case; each is reached by a link that was handed to somebody who may see the case. */
export type PaperKind = 'slips' | 'notices' | 'rejections';

const linkMinutes = 60;

/**
 * Links to papers. A browser cannot send the token of a session along, so a link carries its own proof: it was made here,
 * for this paper, and for an hour.
 */
export class DocumentLinks {
  constructor(
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** The address of a paper, below the gateway. */
  linkTo(kind: PaperKind, number: string): string {
    const expires = Math.floor(this.clock.now().getTime() / 60_000) + linkMinutes;
    const path = `/documents/${kind}/${encodeURIComponent(number)}.pdf`;
    return `${path}?expires=${expires}&proof=${this.#proof(kind, number, expires)}`;
  }

  /** Whether a link is ours and still good. */
  isGood(kind: PaperKind, number: string, { expires, proof }: { expires?: string; proof?: string }): boolean {
    const minute = Number(expires);
    if (!Number.isSafeInteger(minute) || minute * 60_000 < this.clock.now().getTime()) return false;
    const [given, right] = [Buffer.from(proof ?? ''), Buffer.from(this.#proof(kind, number, minute))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  #proof(kind: PaperKind, number: string, expires: number): string {
    return this.cipher.lookupHash(`document ${kind} ${number} ${expires}`);
  }
}
