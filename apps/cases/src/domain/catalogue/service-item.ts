import type { TimeLimit } from '@hall/kernel';

/** 即办件, 承诺件, 联办件. */
export const handlingTypes = ['INSTANT', 'PROMISED', 'JOINT'] as const;
/** One of {@link handlingTypes}. */
export type HandlingType = (typeof handlingTypes)[number];

/** The laws that can set the limits of an item (part C2 of the regulation). */
export const legalRegimes = [
  'LICENCE',
  'SOCIAL_INSURANCE',
  'INJURY_DETERMINATION',
  'LABOUR_INSPECTION',
  'ARBITRATION',
  'DISCLOSURE',
  'PETITION',
  'HALL_PROMISE',
] as const;
/** One of {@link legalRegimes}. */
export type LegalRegime = (typeof legalRegimes)[number];
/** Regimes whose cases say something about a person's health or need: they are on no public list. */
export const confidentialRegimes: readonly LegalRegime[] = [
  'SOCIAL_INSURANCE',
  'INJURY_DETERMINATION',
  'ARBITRATION',
  'LABOUR_INSPECTION',
];

/** One document that the applicant hands in, with the basis on which it may be asked for (S4.4e). */
export interface Material {
  readonly code: string;
  readonly name: string;
  readonly original: boolean;
  readonly copies: number;
  readonly basis: string;
  /** The circumstances in which it is needed, e.g. “委托他人代办的”; always when absent. */
  readonly condition?: string;
  /** Where a filled-in sample can be seen (示范文本). */
  readonly sampleUrl?: string;
}

/** A step of the published procedure; one with a limit of its own is a step of every case (S2.3b). */
export interface ProcedureStep {
  readonly name: string;
  readonly limit?: TimeLimit;
}

/** A department that takes part in a joint item. Those of one stage work side by side, stages one after the other. */
export interface Participant {
  readonly departmentId: string;
  readonly stage: number;
  readonly limit: TimeLimit;
}

/** What the applicant pays (收费标准). Amount in fen (0.01 yuan). */
export interface Fee {
  readonly amountFen: number;
  readonly basis: string;
}

/** One version of an item: the seven disclosures of S3.3a, conditions (S4.4d), and the statutory limit. */
export interface ItemVersion {
  readonly number: number;
  readonly content: string;
  readonly procedure: readonly ProcedureStep[];
  readonly legalBasis: readonly string[];
  readonly conditions: readonly string[];
  readonly materials: readonly Material[];
  readonly statutoryLimit: TimeLimit | null;
  readonly promisedLimit: TimeLimit;
  readonly fee: Fee;
  readonly result: string;
  /** The departments that a joint item needs besides its own; empty for all others. */
  readonly participants: readonly Participant[];
  /** The window that leads a joint item; the window that accepts it when absent. */
  readonly leadWindowId?: string;
  /** Names of the fields which the source left silent and a default has filled. */
  readonly assumed: readonly string[];
}

/** Something people can apply for (政务服务事项), with the version that is in force. */
export interface ServiceItem {
  readonly hallCode: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly handlingType: HandlingType;
  readonly regime: LegalRegime;
  /** Windows that offer it; empty means every window of its department. */
  readonly windowIds: readonly string[];
  /** Whether its cases are on public lists: only where the hall has said so. */
  readonly resultsPublic: boolean;
  readonly current: ItemVersion;
}

/**
 * The windows at which an item is handed in: its lead window alone when it names one, so that the window which accepts
 * a joint case is the one that leads it.
 *
 * @regulation S3.4d A-12
 */
export function windowsOffering(windowIds: readonly string[] = [], leadWindowId?: string): readonly string[] {
  return leadWindowId === undefined ? windowIds : [leadWindowId];
}
