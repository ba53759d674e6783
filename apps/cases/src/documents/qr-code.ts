import QRCode from 'qrcode';
import { element } from './html';
import type { Markup } from './html';

/**
 * A code for a screen, as a picture that needs nothing from elsewhere: who scans it has the page on their own telephone, also
 * while no printed copy is left.
 *
 * @regulation A-10
 */
export function qrCode(content: string, label: string): Markup {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const size = modules.size + 8;
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`;
    }
  }
  const box = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${size} ${size}`, width: '180', height: '180' };
  const white = element('rect', [], undefined, { width: String(size), height: String(size), fill: '#fff' });
  return element('svg', [white, element('path', [], undefined, { d: path })], undefined, {
    ...box,
    role: 'img',
    'aria-label': label,
  });
}
