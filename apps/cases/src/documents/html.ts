import type { Locale } from '@hall/kernel';
import type { Rendered } from './models';

/** Markup that is known to be safe; everything else is text and is escaped. */
export interface Markup {
  readonly html: string;
}

type Content = string | Markup | readonly (string | Markup)[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** An element with escaped text or other elements inside. */
export function element(
  name: string,
  content: Content,
  className?: string,
  attributes: Readonly<Record<string, string>> = {},
): Markup {
  const inside = (typeof content === 'object' && 'length' in content ? content : [content as string | Markup])
    .map((part) => (typeof part === 'string' ? escaped(part) : part.html))
    .join('');
  const all = { ...(className !== undefined && { class: className }), ...attributes };
  const attributeText = Object.entries(all).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const isVoid = name === 'input';
  return { html: `<${name}${attributeText.join('')}>${isVoid ? '' : `${inside}</${name}>`}` };
}

const styles = `
:root { color-scheme: light; font-family: "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; line-height: 1.6 }
body { margin: 0; background: #f4f5f7; color: #16181d }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
h1 { margin: 0.2rem 0; font-size: 1.9rem } h2 { margin: 0 0 0.4rem; font-size: 1.05rem; color: #0b4a8f }
section { background: #fff; border: 1px solid #dfe3e8; border-radius: 0.5rem; margin: 0.9rem 0; padding: 0.9rem 1.1rem }
p, ol, ul { margin: 0 } ol { padding-left: 1.4rem } .subtitle { color: #59616b }
.ticks { list-style: none; padding: 0 } .ticks li { padding: 0.55rem 0; border-bottom: 1px solid #dfe3e8 }
.tick { width: 1.2rem; height: 1.2rem; margin-right: 0.7rem; vertical-align: -0.2rem }
table { width: 100%; border-collapse: collapse } td { padding: 0.3rem 0.6rem 0.3rem 0; border-top: 1px solid #dfe3e8 }
.side { white-space: nowrap; text-align: right; padding-right: 0 }
.big { font-weight: 700; font-size: 1.3em } .muted { color: #59616b }
.board { --u: 1vh; background: #fff; font-size: calc(2.1 * var(--u)); line-height: 1.35; overflow: hidden }
.board main { max-width: none; height: 100vh; box-sizing: border-box; padding: calc(2 * var(--u)) 2vw; display: flex; flex-direction: column }
.board header { display: flex; justify-content: space-between; align-items: baseline; flex-wrap: wrap }
.board h1 { font-size: calc(4.2 * var(--u)); margin: 0 } .board h2 { font-size: calc(2.6 * var(--u)) }
.board section { margin: var(--u) 0 0; padding: calc(1.2 * var(--u)) 1vw; min-width: 0 }
.columns { flex: 1; min-height: 0; display: grid; grid-template-columns: 6fr 8fr 11fr 11fr; gap: 0 1vw }
.board td { height: calc(6.3 * var(--u)); padding-top: 0; padding-bottom: 0; line-height: 1.2 }
.board td span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
.board td span.long { -webkit-line-clamp: 3; font-size: 0.77em }
@media (orientation: portrait) { .board { --u: 0.5vh } .columns { grid-template-columns: 1fr 1fr } }
.kiosk main { max-width: none } .kiosk { font-size: 1.25rem }
.seek { position: sticky; top: 0; background: #f4f5f7; padding: 0.6rem 0; z-index: 1 }
form { display: flex; gap: 0.7rem } input[type=search] { flex: 1; min-width: 0; border: 2px solid #0b4a8f; border-radius: 0.7rem; padding: 0.7rem 1rem; font: inherit }
button { border: 0; border-radius: 0.7rem; padding: 0.7rem 2rem; background: #0b4a8f; color: #fff; font: inherit; font-weight: 600 }
.letters { display: grid; grid-template-columns: repeat(13, 1fr); gap: 0.4rem; margin-top: 0.6rem }
.letter { display: flex; align-items: center; justify-content: center; min-height: 3.2rem; border: 1px solid #aab4c0; border-radius: 0.5rem; background: #fff; color: #16181d; text-decoration: none; white-space: nowrap }
.wide { grid-column: span 6 } .wide:last-child { grid-column: span 7 } .letter:active { background: #0b4a8f; color: #fff }
summary { padding: 0.5rem 0; font-weight: 600; color: #0b4a8f; cursor: pointer }
.back { margin-top: 1.2rem; font-size: 1.25rem }
.keys { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 0.9rem }
.key { display: flex; align-items: center; min-height: 4.5rem; padding: 0.6rem 1rem; border: 2px solid #0b4a8f; border-radius: 0.7rem; color: #0b4a8f; background: #fff; font-weight: 600; text-decoration: none }
.key:active { background: #0b4a8f; color: #fff }
@media print { body { background: #fff } section { border: 0; padding: 0.2rem 0; break-inside: avoid } }
`;

/** A whole page that needs nothing from elsewhere: no script, no picture, no address of another machine. */
export function htmlPage(page: {
  readonly title: string;
  readonly locale: Locale;
  readonly body: Markup;
  readonly kind?: 'board' | 'kiosk';
  /** Where the page goes on by itself. */
  readonly next?: { readonly afterSeconds: number; readonly url: string };
}): Rendered {
  const { title, locale, body, kind, next } = page;
  const refresh = next ? `<meta http-equiv="refresh" content="${next.afterSeconds};url=${escaped(next.url)}">` : '';
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>${escaped(title)}</title><style>${styles}</style>`;
  const html = `<!doctype html>\n<html lang="${locale}"><head>${head}</head><body${kind ? ` class="${kind}"` : ''}>${body.html}</body></html>\n`;
  return { contentType: 'text/html; charset=utf-8', body: html, missing: [] };
}
