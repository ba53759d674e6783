import type { TimeLimit } from '@hall/kernel';
import type { CaseStatus } from '../domain/cases/case';
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

/** By what whoever has the paper looks up how far the case has come. */
export interface ProgressCode {
  readonly secret: string;
  /** Address of the page that shows the progress; null when the installation has not said where it is reached. */
  readonly address: string | null;
}

/** The slip that says when it is done (受理单). */
export interface SlipPaper extends CaseHead {
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly limit: TimeLimit;
  readonly pickupWindow: WindowLine | null;
  readonly materials: readonly string[];
  readonly progress: ProgressCode;
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
  /** Null once a slip has a code of its own. */
  readonly progress: ProgressCode | null;
}

/** A refusal that goes upwards, in two copies (否定报备). */
export interface RejectionPaper extends CaseHead {
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
  /** Address of the guide itself, for a code on paper; null when the installation has not said where it is reached. */
  readonly address: string | null;
}

/** What the electronic board shows, a page of it at a time; of cases numbers only. */
export interface BoardPaper {
  readonly hallName: string;
  readonly at: Date;
  /** Fields of the version that are assumed are named, and marked where they are shown. */
  readonly items: readonly (Pick<ItemVersion, 'assumed'> & { readonly name: string; readonly limit: TimeLimit })[];
  readonly windows: readonly WindowLine[];
  readonly ready: readonly { readonly number: string; readonly windowNumber: string | null }[];
}

/** What the touch screen shows: the published items, or those that were looked for, by department, each leading to its guide. */
export interface KioskPaper {
  readonly hallName: string;
  /** What is looked for; empty when nothing is. */
  readonly sought: string;
  readonly departments: readonly {
    readonly name: string;
    readonly items: readonly (Pick<ItemVersion, 'assumed'> & { readonly name: string; readonly guideUrl: string })[];
  }[];
}

/** How far a case has come, for whoever has the slip in hand; nothing about the person. */
export interface ProgressPaper {
  readonly number: string;
  readonly itemName: string;
  readonly status: CaseStatus;
  readonly receivedOn: string;
  readonly dueOn: string | null;
  readonly provisional: boolean;
  readonly pickupWindowNumber: string | null;
}

/** A finished document. */
export interface Rendered {
  readonly contentType: string;
  readonly body: Buffer | string;
  /** Characters for which the font has no picture; each is shown by its number instead. */
  readonly missing: readonly string[];
}
