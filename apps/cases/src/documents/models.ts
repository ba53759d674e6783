import type { TimeLimit } from '@hall/kernel';
import type { ItemVersion } from '../domain/catalogue/service-item';

/** A window as papers name it. */
export interface WindowLine {
  readonly number: string;
  readonly name: string;
}

/** What every paper of a case says at its head. */
export interface CaseHead {
  readonly hallName: string;
  /** Number of the paper itself. */
  readonly number: string;
  readonly caseNumber: string;
  readonly itemName: string;
  readonly itemCode: string;
  readonly applicantMasked: string;
  readonly issuedAt: Date;
  /** Name and badge of who answers for it. */
  readonly officer: string;
}

/** The slip that says when it is done (受理单). */
export interface SlipPaper extends CaseHead {
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly limit: TimeLimit;
  readonly pickupWindow: WindowLine | null;
  readonly materials: readonly string[];
  readonly secret: string;
  /** The slip that replaced this one; null while it is in force. */
  readonly voidedBy: string | null;
}

/** A notice to complete the materials (补齐申请材料通知书). */
export interface NoticePaper extends CaseHead {
  readonly replyBy: string;
  readonly defects: readonly { readonly material: string; readonly kind: string; readonly explanation: string }[];
  /** All materials that the item needs, so that the applicant sees the whole (S4.2b). */
  readonly materials: ItemVersion['materials'];
  readonly ground: string | null;
}

/** A refusal that goes upwards, in two copies (否定报备). */
export interface RefusalPaper extends CaseHead {
  readonly reason: string;
  readonly explanation: string;
  readonly referTo: string | null;
}

/** An item as it is published: the seven disclosures, conditions and samples. */
export interface GuidePaper {
  readonly hallName: string;
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly version: ItemVersion;
  readonly validFrom: string;
  readonly windows: readonly WindowLine[];
}

/** What the electronic board shows; of cases numbers only. */
export interface BoardPaper {
  readonly hallName: string;
  readonly at: Date;
  readonly items: readonly { readonly name: string; readonly limit: TimeLimit }[];
  readonly windows: readonly WindowLine[];
  readonly ready: readonly { readonly number: string; readonly windowNumber: string | null }[];
}

/** What the touch screen shows: every published item, by department, each leading to its guide. */
export interface KioskPaper {
  readonly hallName: string;
  readonly departments: readonly {
    readonly name: string;
    readonly items: readonly { readonly name: string; readonly guideUrl: string }[];
  }[];
}

/** A finished document. */
export interface Rendered {
  readonly contentType: string;
  readonly body: Buffer | string;
  /** Characters for which the font has no picture; each is shown by its number instead. */
  readonly missing: readonly string[];
}
