import { toIsoWithOffset } from '@hall/kernel';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { Labels } from './labels';
import type { Rendered } from './models';

const fonts = {
  regular: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
} as const;

const margin = 56;
const labelWidth = 96;
const ink = '#111111';
const line = '#8a8a8a';

/** What the font inside the document can draw. */
interface DrawnFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/**
 * A printed page in the look of an official form: a centred title, a numbered head, a bordered table of facts, lists, and
 * lines to sign. The same content always gives the same bytes. A character that the font cannot draw is shown by its
 * number and reported, because people with rare names are real clients and an empty box is an insult.
 */
export class Paper {
  readonly #document: PDFKit.PDFDocument;
  readonly #chunks: Buffer[] = [];
  readonly #missing = new Set<string>();
  readonly #done: Promise<void>;
  readonly #width: number;

  constructor(
    title: string,
    private readonly words: Labels,
    issuedAt: Date,
  ) {
    const info = {
      Title: title,
      CreationDate: issuedAt,
      ModDate: issuedAt,
      Producer: 'Service Hall',
      Creator: 'Service Hall',
    };
    this.#document = new PDFDocument({
      size: 'A4',
      margin,
      info,
      bufferPages: true,
      lang: 'zh-CN',
      displayTitle: true,
    });
    this.#document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold).font('regular');
    this.#width = this.#document.page.width - 2 * margin;
    this.#done = new Promise((resolve, reject) => {
      this.#document.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
      this.#document.on('end', () => resolve());
      this.#document.on('error', reject);
    });
  }

  /** The head of the form: who issues it, what it is, its number. */
  head(hallName: string, title: string, number: string): void {
    const { words } = this;
    this.#text(`${words.number} ${number}`, { size: 9, align: 'right' });
    this.#document.moveDown(0.3);
    this.#text(hallName, { size: 13, align: 'center' });
    this.#text(title, { size: 22, align: 'center', bold: true });
    this.#document.moveDown(0.8);
  }

  /** A bordered table of label and value; a row that does not fit goes to the next page whole. */
  facts(rows: readonly (readonly [label: string, value: string])[]): void {
    for (const [label, value] of rows) {
      const valueWidth = this.#width - labelWidth - 16;
      const shown = this.#drawable(value);
      this.#document.font('regular').fontSize(10.5);
      const height = Math.max(this.#document.heightOfString(shown, { width: valueWidth }), 14) + 12;
      this.#room(height);
      const { y } = this.#document;
      this.#document.lineWidth(0.6).strokeColor(line).rect(margin, y, this.#width, height).stroke();
      this.#document
        .moveTo(margin + labelWidth, y)
        .lineTo(margin + labelWidth, y + height)
        .stroke();
      this.#document
        .fillColor(ink)
        .font('bold')
        .text(label, margin + 8, y + 6, { width: labelWidth - 16 });
      this.#document.font('regular').text(shown, margin + labelWidth + 8, y + 6, { width: valueWidth });
      this.#document.x = margin;
      this.#document.y = y + height;
    }
    this.#document.moveDown(0.8);
  }

  /** A titled, numbered list that breaks between its entries. */
  list(title: string, entries: readonly string[]): void {
    this.#room(48);
    this.#text(title, { size: 12, bold: true });
    this.#document.moveDown(0.3);
    entries.forEach((entry, n) => {
      const shown = entries.length === 1 ? entry : `${n + 1}. ${entry}`;
      this.#document.font('regular').fontSize(10.5);
      this.#room(this.#document.heightOfString(shown, { width: this.#width }) + 4);
      this.#text(shown, { size: 10.5 });
      this.#document.moveDown(0.15);
    });
    this.#document.moveDown(0.6);
  }

  paragraph(text: string, { bold = false, size = 10.5 } = {}): void {
    this.#document.font(bold ? 'bold' : 'regular').fontSize(size);
    this.#room(this.#document.heightOfString(text, { width: this.#width }));
    this.#text(text, { size, bold });
    this.#document.moveDown(0.6);
  }

  /** A QR code with a line beside it. It must not hold anything personal. */
  async code(content: string, caption: string): Promise<void> {
    const side = 92;
    this.#room(side + 8);
    const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
    const { x, y } = this.#document;
    const cell = side / modules.size;
    this.#document.fillColor(ink);
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        if (modules.get(row, column)) this.#document.rect(x + column * cell, y + row * cell, cell, cell).fill();
      }
    }
    this.#document
      .font('regular')
      .fontSize(10)
      .text(this.#drawable(caption), x + side + 16, y + side / 2 - 14, {
        width: this.#width - side - 16,
      });
    this.#document.x = margin;
    this.#document.y = y + side + 12;
  }

  /** Lines for seal, signature and date. */
  signature(): void {
    this.#room(64);
    const y = this.#document.y + 24;
    const third = this.#width / 3;
    this.#document.font('regular').fontSize(10.5).fillColor(ink);
    this.words.signature.forEach((label, n) => {
      const x = margin + n * third;
      this.#document.text(label, x, y, { width: third - 12, lineBreak: false });
      this.#document
        .lineWidth(0.6)
        .strokeColor(line)
        .moveTo(x, y + 34)
        .lineTo(x + third - 18, y + 34)
        .stroke();
    });
    this.#document.x = margin;
    this.#document.y = y + 40;
  }

  /** Starts the next copy of the same form. */
  nextCopy(): void {
    this.#document.addPage();
  }

  /** Numbers the pages and closes the document. */
  async finish(): Promise<Rendered> {
    const { start, count } = this.#document.bufferedPageRange();
    for (let n = 0; n < count; n++) {
      this.#document.switchToPage(start + n);
      const text = this.words.page.replace('{n}', String(n + 1)).replace('{all}', String(count));
      // Below the margin, where text would otherwise start a new page.
      this.#document.page.margins.bottom = 0;
      this.#document.font('regular').fontSize(8).fillColor(line);
      this.#document.text(text, margin, this.#document.page.height - 36, {
        width: this.#width,
        align: 'center',
        lineBreak: false,
      });
    }
    this.#document.end();
    await this.#done;
    return {
      contentType: 'application/pdf',
      body: withFixedId(Buffer.concat(this.#chunks)),
      missing: [...this.#missing],
    };
  }

  #room(height: number): void {
    const bottom = this.#document.page.height - margin;
    if (this.#document.y + height > bottom) this.#document.addPage();
  }

  #text(
    text: string,
    { size, bold = false, align = 'left' }: { size: number; bold?: boolean; align?: 'left' | 'right' | 'center' },
  ): void {
    this.#document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(ink);
    this.#document.text(this.#drawable(text), { width: this.#width, align });
  }

  /** The text with every character that the font lacks shown by its number. */
  #drawable(text: string): string {
    const { font } = (this.#document as unknown as { _font: DrawnFont })._font;
    return [...text]
      .map((character) => {
        const codePoint = character.codePointAt(0)!;
        if (character === '\n' || font.hasGlyphForCodePoint(codePoint)) return character;
        this.#missing.add(character);
        return `〔U+${codePoint.toString(16).toUpperCase()}〕`;
      })
      .join('');
  }
}

/** The library draws a random id for each document; the same content is to give the same bytes. */
function withFixedId(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const fixed = text.replace(/\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/, (id) => id.replace(/[0-9a-f](?=[0-9a-f]*>)/g, '0'));
  return Buffer.from(fixed, 'latin1');
}

/** A moment on paper: date and minute in the hall's own time. */
export function momentText(instant: Date): string {
  return toIsoWithOffset(instant).slice(0, 16).replace('T', ' ');
}
