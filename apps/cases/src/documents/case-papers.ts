import type { Locale } from '@hall/kernel';
import { labelsFor, limitText } from './labels';
import type { Labels } from './labels';
import type { CaseHead, NoticePaper, ProgressCode, RejectionPaper, Rendered, SlipPaper } from './models';
import { momentText, Paper } from './paper';

/**
 * The slip that the applicant takes home: when it is done, where to collect it, how to look up the progress.
 *
 * @regulation S3.4b S3.4c
 */
export async function slipPdf(slip: SlipPaper, locale: Locale): Promise<Rendered> {
  const words = labelsFor(locale);
  const paper = new Paper(`${words.slip} ${slip.number}`, words, slip.issuedAt);
  paper.head(slip.hallName, words.slip, slip.number);
  if (slip.voidedBy !== null) paper.paragraph(`${words.voided}${slip.voidedBy}`, { bold: true, size: 14 });
  const { pickupWindow } = slip;
  paper.facts([
    ...headRows(slip, words),
    [words.limit, limitText(slip.limit, words)],
    [words.due, `${slip.dueOn}${slip.provisional ? words.provisional : ''}`],
    [words.pickup, pickupWindow ? `${pickupWindow.number} ${pickupWindow.name}` : ''],
    [words.secret, slip.progress.secret],
  ]);
  paper.list(words.materials, slip.materials);
  await paper.code(scanned(slip, slip.progress), words.scan);
  paper.signature();
  return paper.finish();
}

/**
 * The notice to complete the materials: everything at once, and beside it all materials that the item needs, with samples.
 *
 * @regulation S4.1b S4.2b S4.3c S4.5a
 */
export async function noticePdf(notice: NoticePaper, locale: Locale): Promise<Rendered> {
  const words = labelsFor(locale);
  const paper = new Paper(`${words.notice} ${notice.number}`, words, notice.issuedAt);
  paper.head(notice.hallName, words.notice, notice.number);
  const { progress } = notice;
  const secret = progress ? ([[words.secret, progress.secret]] as const) : [];
  paper.facts([...headRows(notice, words), [words.replyBy, notice.replyBy], ...secret]);
  const kindOf = (kind: string): string => words.kinds[kind as keyof Labels['kinds']] ?? kind;
  paper.list(
    words.corrections,
    notice.defects.map(({ material, kind, explanation }) =>
      explanation === material ? `${material}：${kindOf(kind)}` : `${material}：${kindOf(kind)}，${explanation}`,
    ),
  );
  paper.list(
    words.allMaterials,
    notice.materials.map((material) => materialText(material, words)),
  );
  paper.paragraph(words.replyNote);
  if (progress) await paper.code(scanned(notice, progress), words.scan);
  else await paper.code(notice.caseNumber, notice.caseNumber);
  paper.signature();
  return paper.finish();
}

/**
 * The report of a refusal, in two copies: one for the superior, one for the file.
 *
 * @regulation S4.4c
 */
export async function rejectionPdf(report: RejectionPaper, locale: Locale): Promise<Rendered> {
  const words = labelsFor(locale);
  const paper = new Paper(`${words.rejection} ${report.number}`, words, report.issuedAt);
  words.copies.forEach((copy, n) => {
    if (n > 0) paper.nextCopy();
    paper.head(report.hallName, words.rejection, report.number);
    paper.paragraph(copy, { bold: true });
    paper.facts([
      ...headRows(report, words),
      [words.reason, words.reasons[report.reason as keyof Labels['reasons']] ?? report.reason],
      [words.explanation, report.explanation],
      ...(report.referTo === null ? [] : ([[words.referTo, report.referTo]] as const)),
    ]);
    paper.paragraph(words.remedy);
    paper.signature();
  });
  return paper.finish();
}

/** What the code on a paper holds. */
function scanned({ caseNumber }: CaseHead, { address, secret }: ProgressCode): string {
  return address ?? `${caseNumber} ${secret}`;
}

function headRows(head: CaseHead, words: Labels): (readonly [string, string])[] {
  return [
    [words.case, head.caseNumber],
    [words.item, `${head.itemName}（${head.itemCode}）`],
    [words.applicant, head.applicantMasked],
    [words.issued, momentText(head.issuedAt)],
    [words.officer, head.officer],
  ];
}

/** One material in words: original or copies, its basis, when it is needed, and where a sample is. */
export function materialText(material: NoticePaper['materials'][number], words: Labels): string {
  const { name, original, copies, basis, condition, sampleUrl } = material;
  const form = [original ? words.original : '', copies > 0 ? `${copies} ${words.copy}` : ''].filter(Boolean).join('、');
  const parts = [
    form && `（${form}）`,
    `，${words.basis}：${basis}`,
    condition === undefined ? '' : `，${words.when}${condition}`,
    sampleUrl === undefined ? '' : `，${words.sample}：${sampleUrl}`,
  ];
  return name + parts.join('');
}
