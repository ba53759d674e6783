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
.board main { max-width: none; padding: 1.2rem 2rem } .board { background: #fff; font-size: 1.35rem }
.board header { display: flex; justify-content: space-between; align-items: baseline }
.board h1 { font-size: 2.6rem } .board h2 { font-size: 1.6rem }
.columns { display: grid; grid-template-columns: 1fr 1fr 2fr; gap: 1.2rem; align-items: start }
table { width: 100%; border-collapse: collapse } td { padding: 0.3rem 0.6rem 0.3rem 0; border-top: 1px solid #dfe3e8; vertical-align: top }
.big { font-weight: 700; font-size: 1.3em }
.kiosk main { max-width: none } .kiosk { font-size: 1.25rem }
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
  readonly refreshSeconds?: number;
}): Rendered {
  const { title, locale, body, kind, refreshSeconds } = page;
  const refresh = refreshSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${refreshSeconds}">`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>${escaped(title)}</title><style>${styles}</style>`;
  const html = `<!doctype html>\n<html lang="${locale}"><head>${head}</head><body${kind ? ` class="${kind}"` : ''}>${body.html}</body></html>\n`;
  return { contentType: 'text/html; charset=utf-8', body: html, missing: [] };
}
