import { once } from 'node:events';
import { clockLine, hallCalendar } from '@hall/kernel';
import { linesOf, overlongLine } from './lines';

/** No ledger of a real term comes near this; longer lines are answered as unreadable. */
const maxLineLength = 1_000_000;

/** Answers histories from standard input, one JSON object a line, one answer a line, in order. */
async function main(): Promise<void> {
  const { stdin, stdout } = process;
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  stdin.setEncoding('utf8');
  for await (const lines of linesOf(stdin as AsyncIterable<string>, maxLineLength)) {
    const answers = lines.map((line) => clockLine(line === overlongLine ? '' : line, hallCalendar));
    // Nothing more is read before this has left, so a slow reader slows us down instead of filling memory.
    if (!stdout.write(`${answers.join('\n')}\n`)) await once(stdout, 'drain');
  }
}

void main();
