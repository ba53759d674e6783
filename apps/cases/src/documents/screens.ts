import type { Locale } from '@hall/kernel';
import { assumedMark } from './guide';
import { element, htmlPage } from './html';
import type { Markup } from './html';
import { labelsFor, limitText } from './labels';
import type { Labels } from './labels';
import type { BoardPaper, KioskPaper, ProgressPaper, Rendered } from './models';
import { momentText } from './paper';

/**
 * So many rows fit on a screen of any size, because the board is measured in heights of the screen: all columns beside each
 * other, or two by two on one that stands upright.
 */
const rowsOfBoard = 12;
/** Long enough to find one's line among those of a page. */
const turnSeconds = 15;

/**
 * The electronic board: items with their promise, windows, and what can be collected, by number only. It turns by itself
 * from page to page, each made when it is shown, and says of when it is. A short list stays while a long one turns.
 *
 * @param page what is to be shown of it, from 1; after the last page comes the first
 * @regulation S4.4d A-09
 */
export function boardHtml(board: BoardPaper, locale: Locale, page = 1): Rendered {
  const words = labelsFor(locale);
  const pagesOf = (rows: readonly unknown[], size: number): number => Math.max(1, Math.ceil(rows.length / size));
  const pages = Math.max(
    pagesOf(board.items, 2 * rowsOfBoard),
    pagesOf(board.windows, rowsOfBoard),
    pagesOf(board.ready, rowsOfBoard),
  );
  const shown = ((Math.max(1, page) - 1) % pages) + 1;
  const cut = <T>(rows: readonly T[], size: number): readonly T[] => {
    const first = ((shown - 1) % pagesOf(rows, size)) * size;
    return rows.slice(first, first + size);
  };
  const items = cut(board.items, 2 * rowsOfBoard).map(({ name, limit, assumed }) =>
    element('tr', [
      nameCell(name, 34),
      element('td', limitText(limit, words) + assumedMark({ assumed }, ['promisedLimit'], words.assumedShort), 'side'),
    ]),
  );
  const windows = cut(board.windows, rowsOfBoard).map(({ number, name }) =>
    element('tr', [element('td', number, 'big'), nameCell(name, 24)]),
  );
  const ready = cut(board.ready, rowsOfBoard).map(({ number, windowNumber }) =>
    element('tr', [element('td', number), element('td', windowNumber ?? '', 'big side')]),
  );
  const columns = [
    table(words.ready, ready, words),
    table(words.windows, windows, words),
    table(words.item, items.slice(0, rowsOfBoard), words),
    ...(items.length > rowsOfBoard ? [table(words.item, items.slice(rowsOfBoard), words)] : []),
  ];
  const freshness = `${words.asOf} ${momentText(board.at)} · ${words.turns}`
    .replace('{seconds}', String(turnSeconds))
    .replace('{n}', String(shown))
    .replace('{all}', String(pages));
  const body = element('main', [
    element('header', [element('h1', `${board.hallName} ${words.board}`), element('p', freshness)]),
    element('div', columns, 'columns'),
  ]);
  const next = { afterSeconds: turnSeconds, url: `?locale=${locale}&page=${(shown % pages) + 1}` };
  return htmlPage({ title: words.board, locale, body, kind: 'board', next });
}

/** A name, in smaller letters when it is too long for two lines. */
function nameCell(name: string, most: number): Markup {
  return element('td', element('span', name, name.length > most ? 'long' : undefined));
}

function table(title: string, rows: readonly Markup[], { none }: Labels): Markup {
  const content = rows.length === 0 ? element('p', none, 'muted') : element('table', element('tbody', rows));
  return element('section', [element('h2', title), content]);
}

/** How long a touch screen keeps what somebody has looked for, before it is ready for the next one. */
const forgetSeconds = 120;
/** Letters for pinyin, and digits for the codes that guides print. */
const keys = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/**
 * The page of the touch screen: a field to search in, letters to press for the first letters of pinyin, and large fields to
 * press, by department, each leading to a guide. It works without a keyboard and without a script.
 *
 * @regulation S3.3c
 */
export function kioskHtml({ hallName, sought, departments }: KioskPaper, locale: Locale): Rendered {
  const words = labelsFor(locale);
  const to = (text: string): string => `?locale=${locale}${text === '' ? '' : `&q=${encodeURIComponent(text)}`}`;
  const key = (label: string, text: string, className = 'letter'): Markup =>
    element('a', label, className, { href: to(text) });
  const form = element(
    'form',
    [
      element('input', [], undefined, { type: 'hidden', name: 'locale', value: locale }),
      element('input', [], undefined, {
        type: 'search',
        name: 'q',
        value: sought,
        placeholder: words.searchHint,
        'aria-label': words.searchHint,
        autocomplete: 'off',
      }),
      element('button', words.search),
    ],
    undefined,
    { method: 'get', role: 'search' },
  );
  const keyboard = element(
    'div',
    [
      ...keys.map((one) => key(one.toUpperCase(), sought + one)),
      key(words.erase, [...sought].slice(0, -1).join(''), 'letter wide'),
      key(words.all, '', 'letter wide'),
    ],
    'letters',
  );
  const count = departments.reduce((sum, { items }) => sum + items.length, 0);
  const isShort = [...sought].length === 1;
  const verdict = isShort ? words.searchMore : count === 0 ? words.notFound : words.found.replace('{n}', String(count));
  const sections = departments.map(({ name, items }) =>
    element(
      'details',
      [
        element('summary', `${name}（${items.length}）`),
        element(
          'div',
          items.map((item) =>
            element('a', item.name + assumedMark(item, undefined, words.assumedShort), 'key', { href: item.guideUrl }),
          ),
          'keys',
        ),
      ],
      undefined,
      sought !== '' || departments.length === 1 ? { open: '' } : {},
    ),
  );
  const body = element('main', [
    element('header', [element('h1', `${hallName} ${words.kiosk}`)]),
    element('div', [form, keyboard], 'seek'),
    ...(sought === '' ? [] : [element('p', verdict, 'muted')]),
    ...sections.map((section) => element('section', section)),
  ]);
  const next = sought === '' ? {} : { next: { afterSeconds: forgetSeconds, url: to('') } };
  return htmlPage({ title: words.kiosk, locale, body, kind: 'kiosk', ...next });
}

/**
 * How far a case has come, for the code on one of its papers.
 *
 * @param progress nothing when number and secret do not match: both answers look the same to whoever guesses
 * @regulation A-09
 */
export function progressHtml(progress: ProgressPaper | undefined, locale: Locale): Rendered {
  const words = labelsFor(locale);
  const facts = progress && [
    [words.case, progress.number],
    [words.item, progress.itemName],
    [words.status, words.statuses[progress.status]],
    [words.received, progress.receivedOn],
    ...(progress.dueOn === null
      ? []
      : [[words.due, `${progress.dueOn}${progress.provisional ? words.provisional : ''}`]]),
    ...(progress.pickupWindowNumber === null ? [] : [[words.pickup, progress.pickupWindowNumber]]),
  ];
  const sections = facts?.map(([label = '', text = '']) =>
    element('section', [element('h2', label), element('p', text)]),
  );
  const body = element('main', [element('h1', words.progress), ...(sections ?? [element('p', words.progressWrong)])]);
  return htmlPage({ title: words.progress, locale, body });
}
