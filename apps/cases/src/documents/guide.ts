import type { Locale } from '@hall/kernel';
import { materialText } from './case-papers';
import { element, htmlPage } from './html';
import type { Markup } from './html';
import { feeText, labelsFor, limitText } from './labels';
import type { Labels } from './labels';
import type { GuidePaper, Rendered } from './models';
import type { ItemVersion } from '../domain/catalogue/service-item';
import { Paper } from './paper';
import { qrCode } from './qr-code';

/** A disclosure: what it is called and what it says, one line or several. */
type Disclosure = readonly [label: string, lines: readonly string[]];

/**
 * The seven disclosures with conditions and samples, in the order in which people look for them. Every form of the guide is
 * made of this list, so that none can say less than another.
 *
 * @regulation S3.3a S4.4d
 */
export function disclosuresOf({ version, windows }: GuidePaper, words: Labels): readonly Disclosure[] {
  const { content, conditions, materials, procedure, promisedLimit, statutoryLimit, fee, legalBasis, result } = version;
  const mark = (field: keyof ItemVersion): string => assumedMark(version, [field], words.assumed);
  const statutory = statutoryLimit ? `（${words.statutory} ${limitText(statutoryLimit, words)}）` : '';
  return [
    [words.content + mark('content'), [content]],
    [words.conditions + mark('conditions'), conditions],
    [words.required + mark('materials'), materials.map((material) => materialText(material, words))],
    [
      words.procedure + mark('procedure'),
      procedure.map(({ name, limit }) => (limit ? `${name}（${limitText(limit, words)}）` : name)),
    ],
    [words.limit + mark('promisedLimit'), [limitText(promisedLimit, words) + statutory]],
    [words.fee + mark('fee'), [feeText(fee, words)]],
    [words.basis + mark('legalBasis'), legalBasis],
    [words.result + mark('result'), [result]],
    [words.windows, windows.map(({ number, name }) => `${number} ${name}`)],
  ];
}

/**
 * The mark beside what no source has said and the hall has not confirmed; nothing beside its own word.
 *
 * @param fields those that are shown here; every one when none is named
 * @regulation A-07 A-08
 */
export function assumedMark(
  { assumed }: Pick<ItemVersion, 'assumed'>,
  fields: readonly (keyof ItemVersion)[] | undefined,
  mark: string,
): string {
  return assumed.some((field) => fields?.includes(field as keyof ItemVersion) ?? true) ? mark : '';
}

function subtitle({ code, department, version, validFrom }: GuidePaper, words: Labels): string {
  return `${code} · ${department} · ${words.version} ${version.number}，${validFrom} ${words.from}`;
}

/** The guide as plain text, for the telephone and for screen readers. */
export function guideText(guide: GuidePaper, locale: Locale): Rendered {
  const words = labelsFor(locale);
  const sections = disclosuresOf(guide, words).map(([label, lines]) =>
    [`【${label}】`, ...(lines.length === 1 ? lines : lines.map((text, n) => `${n + 1}. ${text}`))].join('\n'),
  );
  const head = `${guide.hallName} ${words.guide}\n${guide.name}\n${subtitle(guide, words)}`;
  return { contentType: 'text/plain; charset=utf-8', body: [head, ...sections, ''].join('\n\n'), missing: [] };
}

/**
 * The guide for the screen: one page that needs nothing from elsewhere, readable by screen readers and on paper.
 *
 * @param back where the touch screen goes on from here, by itself too when nobody touches it any more
 * @param found where it shows what was looked for
 */
export function guideHtml(guide: GuidePaper, locale: Locale, back?: string, found?: string): Rendered {
  const words = labelsFor(locale);
  const sections = disclosuresOf(guide, words).map(([label, lines]) =>
    element('section', [element('h2', label), lines.length === 1 ? element('p', lines[0]!) : list(lines)]),
  );
  const head = [
    element('p', guide.hallName),
    element('h1', guide.name),
    element('p', subtitle(guide, words), 'subtitle'),
  ];
  const to = (label: string, href?: string): Markup[] =>
    href === undefined ? [] : [element('a', label, 'key back', { href })];
  const code =
    guide.address === null
      ? []
      : [element('section', [element('h2', words.scanGuide), qrCode(guide.address, words.scanGuide)])];
  const backKey = [...to(words.backToFound, found), ...to(words.back, back)];
  return htmlPage({
    title: `${words.guide} ${guide.name}`,
    locale,
    body: element('main', [element('header', head), ...sections, ...code, ...backKey]),
    ...(back !== undefined && { next: { afterSeconds: 300, url: back } }),
  });
}

function list(lines: readonly string[]): Markup {
  return element(
    'ol',
    lines.map((text) => element('li', text)),
  );
}

/** The guide to take along (办事须知卡). */
export async function guidePdf(guide: GuidePaper, locale: Locale, at: Date): Promise<Rendered> {
  const words = labelsFor(locale);
  const paper = new Paper(`${words.guide} ${guide.name}`, words, at);
  paper.head(guide.hallName, guide.name, guide.code);
  paper.paragraph(subtitle(guide, words));
  for (const [label, lines] of disclosuresOf(guide, words)) paper.list(label, lines);
  if (guide.address !== null) await paper.code(guide.address, words.scanGuide);
  return paper.finish();
}

/** What the counter ticks off when an application is handed in: every material with its form, and a box. */
export function checklistHtml(guide: GuidePaper, locale: Locale): Rendered {
  const words = labelsFor(locale);
  const rows = guide.version.materials.map((material) =>
    element(
      'li',
      element('label', [element('input', [], 'tick', { type: 'checkbox' }), materialText(material, words)]),
    ),
  );
  const body = element('main', [
    element('h1', `${words.checklist}：${guide.name}`),
    element('p', subtitle(guide, words), 'subtitle'),
    element('ul', rows, 'ticks'),
    element('p', assumedMark(guide.version, ['materials'], words.assumed)),
  ]);
  return htmlPage({ title: `${words.checklist} ${guide.name}`, locale, body });
}
