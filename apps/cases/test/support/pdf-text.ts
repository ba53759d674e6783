import type { Rendered } from '../../src/documents/models';

// The entry of the package reads a sample file when it is not required by a parent; its library does not.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const parse = require('pdf-parse/lib/pdf-parse.js') as (pdf: Buffer) => Promise<{ text: string }>;

/** The text of a PDF as somebody would copy it, without spaces and line ends. */
export async function textOfPdf({ body }: Pick<Rendered, 'body'>): Promise<string> {
  return (await parse(body as Buffer)).text.replace(/\s/g, '');
}
