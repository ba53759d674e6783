import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodeId } from '@hall/kernel';
import type { Clock, Locale } from '@hall/kernel';
import type { Logger } from '@hall/platform/logging';
import { noticePdf, refusalPdf, slipPdf } from '../documents/case-papers';
import { boardHtml, checklistHtml, guideHtml, guidePdf, guideText, kioskHtml } from '../documents/guide';
import type { CaseHead, Rendered } from '../documents/models';
import type { DocumentQueries, StoredPaper } from '../persistence/cases/document-queries';
import type { ItemQueries } from '../persistence/catalogue/item-queries';
import type { ListQueries } from '../persistence/cases/list-queries';
import type { DocumentLinks, PaperKind } from './document-links';
import { guideOf } from './guide-of';

/** What the documents of this service are made from. */
export interface DocumentSources {
  readonly documents: DocumentQueries;
  readonly items: ItemQueries;
  readonly lists: ListQueries;
  readonly links: DocumentLinks;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Asked {
  readonly Params: { readonly name: string };
  readonly Querystring: { readonly locale?: string; readonly expires?: string; readonly proof?: string };
}

const mostOnBoard = { items: 200, ready: 50 } as const;
const mostOnKiosk = 1_000;

/** Chinese unless English is asked for, in the address or by the browser. */
function localeOf({ query, headers }: FastifyRequest<Asked>): Locale {
  const wanted = query.locale ?? headers['accept-language'] ?? '';
  return /^en\b/i.test(wanted) ? 'en' : 'zh-CN';
}

/** The hall's own screens speak Chinese, whatever language their machine was installed in, unless their address says so. */
function screenLocaleOf({ query }: FastifyRequest<Asked>): Locale {
  return query.locale === 'en' ? 'en' : 'zh-CN';
}

/** Answers with a document, or as if it did not exist. */
function send(reply: FastifyReply, rendered: Rendered | undefined, logger: Logger): FastifyReply {
  if (!rendered)
    return reply.code(404).send({ message: '文书不存在或链接已失效 / No such document, or the link has expired' });
  if (rendered.missing.length > 0) {
    const codePoints = rendered.missing.map((character) => character.codePointAt(0)!.toString(16));
    logger.warn({ codePoints }, 'the font lacks characters of a document');
  }
  // A page of its own, with styles of its own and nothing else.
  return reply
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
    .type(rendered.contentType)
    .send(rendered.body);
}

/** The number of a paper begins with the code of its hall. */
function hallOf(number: string): string {
  return /^(.+)-\d{8}-\d{6,}-/.exec(number)?.[1] ?? '';
}

function headOf<T>(stored: StoredPaper<T>, number: string): CaseHead {
  const { head, issuedAt, officer } = stored;
  const { hallName, caseNumber, itemName, itemCode, applicantMasked } = head;
  return { hallName, number, caseNumber, itemName, itemCode, applicantMasked, issuedAt, officer };
}

/** Makes each paper of a case. */
function paperMakers({ documents, lists }: DocumentSources) {
  return {
    async slips(number, locale) {
      const stored = await documents.slip(hallOf(number), number);
      if (!stored) return undefined;
      const { materials } = stored.head;
      return slipPdf(
        { ...headOf(stored, number), ...stored.paper, materials, secret: lists.slipSecret(stored.paper.codeOf) },
        locale,
      );
    },
    async notices(number, locale) {
      const stored = await documents.notice(hallOf(number), number);
      if (!stored) return undefined;
      const { materials } = stored.head.version;
      const nameOf = (code: string): string => materials.find((material) => material.code === code)?.name ?? code;
      const defects = stored.paper.defects.map(({ materialCode, ...rest }) => ({
        material: nameOf(materialCode),
        ...rest,
      }));
      return noticePdf({ ...headOf(stored, number), ...stored.paper, defects, materials }, locale);
    },
    async refusals(number, locale) {
      const stored = await documents.refusal(hallOf(number), number);
      return stored && refusalPdf({ ...headOf(stored, number), ...stored.paper }, locale);
    },
  } satisfies Record<PaperKind, (number: string, locale: Locale) => Promise<Rendered | undefined>>;
}

/**
 * Serves the documents of this service: papers of a case by their links, guides, checklists and the board to anybody.
 *
 * @regulation S3.3b S3.3c S3.4b S4.3b S4.3c S4.4d
 */
export function mountDocuments(app: FastifyInstance, sources: DocumentSources): void {
  const { links, logger, clock } = sources;
  const makers = paperMakers(sources);
  for (const kind of ['slips', 'notices', 'refusals'] as const) {
    app.get<Asked>(`/documents/${kind}/:name`, async (request, reply) => {
      const number = /^(.+)\.pdf$/.exec(request.params.name)?.[1] ?? '';
      const isGood = links.isGood(kind, number, request.query);
      return send(reply, isGood ? await makers[kind](number, localeOf(request)) : undefined, logger);
    });
  }

  app.get<Asked>('/documents/guides/:name', async (request, reply) => {
    const [, id = '', form] = /^(.+)\.(pdf|html|txt)$/.exec(request.params.name) ?? [];
    const guide = form && (await guideOf(sources, id));
    if (!guide) return send(reply, undefined, logger);
    const locale = localeOf(request);
    if (form === 'pdf') return send(reply, await guidePdf(guide, locale, clock.now()), logger);
    return send(reply, form === 'html' ? guideHtml(guide, locale) : guideText(guide, locale), logger);
  });

  app.get<Asked>('/documents/checklists/:name', async (request, reply) => {
    const guide = await guideOf(sources, request.params.name.replace(/\.html$/, ''));
    return send(reply, guide && checklistHtml(guide, localeOf(request)), logger);
  });

  app.get<Asked>('/documents/kiosks/:name', async (request, reply) => {
    const hallCode = request.params.name.replace(/\.html$/, '');
    return send(reply, await kiosk(sources, hallCode, screenLocaleOf(request)), logger);
  });

  app.get<Asked>('/documents/boards/:name', async (request, reply) => {
    const hallCode = request.params.name.replace(/\.html$/, '');
    return send(reply, await board(sources, hallCode, screenLocaleOf(request)), logger);
  });
}

async function kiosk({ lists, items, documents }: DocumentSources, hallCode: string, locale: Locale) {
  const hallName = await lists.hallName(hallCode);
  if (hallName === undefined) return undefined;
  const everything = { text: null, departmentId: null, windowId: null };
  const published = await items.itemPage(hallCode, everything, null, mostOnKiosk);
  const names = await documents.departmentNames(hallCode);
  const byDepartment = new Map<string, { name: string; guideUrl: string }[]>();
  for (const { id, name, departmentId } of published.slice(0, mostOnKiosk)) {
    const guideUrl = `/documents/guides/${encodeURIComponent(encodeId(hallCode, id))}.html?locale=${locale}`;
    byDepartment.set(departmentId, [...(byDepartment.get(departmentId) ?? []), { name, guideUrl }]);
  }
  const departments = [...byDepartment].map(([id, of]) => ({ name: names.get(id) ?? '', items: of }));
  return kioskHtml({ hallName, departments }, locale);
}

async function board({ lists, items, documents, clock }: DocumentSources, hallCode: string, locale: Locale) {
  const hallName = await lists.hallName(hallCode);
  if (hallName === undefined) return undefined;
  const everything = { text: null, departmentId: null, windowId: null };
  const [published, windows, ready] = await Promise.all([
    items.itemPage(hallCode, everything, null, mostOnBoard.items),
    documents.windows(hallCode, null),
    lists.readyCases(hallCode, mostOnBoard.ready),
  ]);
  const shown = published
    .slice(0, mostOnBoard.items)
    .map(({ name, current }) => ({ name, limit: current.promisedLimit }));
  return boardHtml({ hallName, at: clock.now(), items: shown, windows, ready }, locale);
}
