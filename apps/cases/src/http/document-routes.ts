import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decodeId } from '@hall/kernel';
import type { Locale } from '@hall/kernel';
import type { Logger } from '@hall/platform/logging';
import { hallOfNumber } from '../domain/cases/case-number';
import { noticePdf, rejectionPdf, slipPdf } from '../documents/case-papers';
import { checklistHtml, guideHtml, guidePdf, guideText } from '../documents/guide';
import type { CaseHead, ProgressCode, Rendered } from '../documents/models';
import { progressHtml } from '../documents/screens';
import type { StoredPaper } from '../persistence/cases/document-queries';
import type { PaperKind } from './document-links';
import type { DocumentSources } from './document-sources';
import { guideOf } from './guide-of';
import { progressOf } from './progress-of';
import { board, kiosk, kioskPath } from './screens';

interface Asked {
  readonly Params: { readonly name: string };
  readonly Querystring: Readonly<
    Partial<Record<'locale' | 'expires' | 'proof' | 'q' | 'page' | 'from' | 'code', string>>
  >;
}

/** Chinese unless English is asked for, in the address or by the browser. */
function localeOf({ query, headers }: FastifyRequest<Asked>): Locale {
  const wanted = query.locale ?? headers['accept-language'] ?? '';
  return /^en\b/i.test(wanted) ? 'en' : 'zh-CN';
}

/** The hall's own screens speak Chinese, whatever language their machine was installed in, unless their address says so. */
function screenLocaleOf({ query }: FastifyRequest<Asked>): Locale {
  return query.locale === 'en' ? 'en' : 'zh-CN';
}

/** What was looked for at a touch screen. */
function soughtIn({ query }: FastifyRequest<Asked>): string {
  return (query.q ?? '').trim().slice(0, 50);
}

const contentPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/** The name of a page without its ending. */
function nameOf({ params }: FastifyRequest<Asked>): string {
  return params.name.replace(/\.html$/, '');
}

/** Answers with a document, or as if it did not exist. */
function send(reply: FastifyReply, rendered: Rendered | undefined, logger: Logger): FastifyReply {
  if (!rendered)
    return reply.code(404).send({ message: '文书不存在或链接已失效 / No such document, or the link has expired' });
  if (rendered.missing.length > 0) {
    const codePoints = rendered.missing.map((character) => character.codePointAt(0)!.toString(16));
    logger.warn({ codePoints }, 'the font lacks characters of a document');
  }
  // A page of its own, with styles of its own and nothing else. Its address may hold a secret: it goes nowhere.
  return reply
    .header('content-security-policy', contentPolicy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type(rendered.contentType)
    .send(rendered.body);
}

function headOf<T>(stored: StoredPaper<T>, number: string): CaseHead {
  const { head, issuedAt, officer } = stored;
  const { hallName, caseNumber, itemName, itemCode, applicantMasked } = head;
  return { hallName, number, caseNumber, itemName, itemCode, applicantMasked, issuedAt, officer };
}

/** Makes each paper of a case. */
function paperMakers({ documents, lists, publicUrl }: DocumentSources) {
  const lookUp = (caseNumber: string, codeOf: string): ProgressCode => {
    const secret = lists.progressSecret(codeOf);
    const page = `/documents/progress/${encodeURIComponent(caseNumber)}.html?code=${secret}`;
    return { secret, address: publicUrl === undefined ? null : new URL(page, publicUrl).href };
  };
  return {
    async slips(number, locale) {
      const stored = await documents.slip(hallOfNumber(number) ?? '', number);
      if (!stored) return undefined;
      const { materials, caseNumber } = stored.head;
      const progress = lookUp(caseNumber, stored.paper.codeOf);
      return slipPdf({ ...headOf(stored, number), ...stored.paper, materials, progress }, locale);
    },
    async notices(number, locale) {
      const stored = await documents.notice(hallOfNumber(number) ?? '', number);
      if (!stored) return undefined;
      const { materials } = stored.head.version;
      const nameOf = (code: string): string => materials.find((material) => material.code === code)?.name ?? code;
      const defects = stored.paper.defects.map(({ materialCode, ...rest }) => ({
        material: nameOf(materialCode),
        ...rest,
      }));
      const { caseNumber } = stored.head;
      // Once there is a slip, its code holds.
      const progress = stored.paper.hasSlip ? null : lookUp(caseNumber, caseNumber);
      return noticePdf({ ...headOf(stored, number), ...stored.paper, defects, materials, progress }, locale);
    },
    async rejections(number, locale) {
      const stored = await documents.rejection(hallOfNumber(number) ?? '', number);
      return stored && rejectionPdf({ ...headOf(stored, number), ...stored.paper }, locale);
    },
  } satisfies Record<PaperKind, (number: string, locale: Locale) => Promise<Rendered | undefined>>;
}

/**
 * Serves the documents of this service: papers of a case by their links, its progress by the secret of a paper, guides,
 * checklists and the screens of the hall to anybody.
 *
 * @regulation S3.3b S3.3c S3.4b S4.3b S4.3c S4.4d A-09
 */
export function mountDocuments(app: FastifyInstance, sources: DocumentSources): void {
  const { links, logger, clock } = sources;
  const makers = paperMakers(sources);
  for (const kind of ['slips', 'notices', 'rejections'] as const) {
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
    const kioskOf = request.query.from === 'kiosk' ? decodeId(id)?.hallCode : undefined;
    const sought = soughtIn(request);
    const back = kioskOf === undefined ? undefined : kioskPath(kioskOf, locale, '');
    const found = kioskOf === undefined || sought === '' ? undefined : kioskPath(kioskOf, locale, sought);
    if (form === 'pdf') return send(reply, await guidePdf(guide, locale, clock.now()), logger);
    return send(reply, form === 'html' ? guideHtml(guide, locale, back, found) : guideText(guide, locale), logger);
  });

  app.get<Asked>('/documents/checklists/:name', async (request, reply) => {
    const guide = await guideOf(sources, nameOf(request));
    return send(reply, guide && checklistHtml(guide, localeOf(request)), logger);
  });

  app.get<Asked>('/documents/kiosks/:name', async (request, reply) => {
    const page = await kiosk(sources, nameOf(request), soughtIn(request), screenLocaleOf(request));
    return send(reply, page, logger);
  });

  app.get<Asked>('/documents/boards/:name', async (request, reply) => {
    const page = Number.parseInt(request.query.page ?? '1', 10) || 1;
    return send(reply, await board(sources, nameOf(request), page, screenLocaleOf(request)), logger);
  });

  app.get<Asked>('/documents/progress/:name', async (request, reply) => {
    const progress = await progressOf(sources.lists, nameOf(request), request.query.code ?? '');
    return send(progress ? reply : reply.code(404), progressHtml(progress, localeOf(request)), logger);
  });
}
