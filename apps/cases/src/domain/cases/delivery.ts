/** Ways in which a result reaches the applicant; everything but the window only by the applicant's own choice. */
export const deliveryMethods = ['WINDOW', 'POST', 'ELECTRONIC'] as const;
/** One of {@link deliveryMethods}. */
export type DeliveryMethod = (typeof deliveryMethods)[number];

/** How the applicant wants the result: said when it was handed in, or any time before it is delivered. */
export interface DeliveryChoice {
  readonly method: DeliveryMethod;
  readonly chosenAt: Date;
  /** Who wrote it down at the applicant’s word; null where the applicant did so. */
  readonly recordedById: string | null;
}

/** Whom a result can be handed to, or sent to. */
export const recipients = ['APPLICANT', 'AGENT'] as const;
/** One of {@link recipients}. */
export type Recipient = (typeof recipients)[number];

/** How the result was handed over (S3.4c). */
export interface Delivery {
  readonly windowId: string;
  readonly method?: DeliveryMethod;
  readonly deliveredAt: Date;
  readonly deliveredById: string;
  readonly identityChecked: boolean;
  readonly recipient?: Recipient;
  /** Who received it for the applicant, as everybody may read it; in full it is sealed. */
  readonly agentName?: string | null;
  readonly agentSealed?: string | null;
  /** The number by which it can be traced, of what went by post or electronically. */
  readonly trackingNumber?: string | null;
}
