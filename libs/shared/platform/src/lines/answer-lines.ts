import { once } from 'node:events';
import { linesOf, overlongLine } from './lines';

/** No history of a real term or post comes near this; longer lines are answered as unreadable. */
const maxLineLength = 1_000_000;

/** Answers standard input line by line on standard output, in order, with memory that stays flat: the way of the auditors' doors. */
export async function answerLines(answer: (line: string) => string): Promise<void> {
  const { stdin, stdout } = process;
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  stdin.setEncoding('utf8');
  for await (const lines of linesOf(stdin as AsyncIterable<string>, maxLineLength)) {
    const answers = lines.map((line) => answer(line === overlongLine ? '' : line));
    // Nothing more is read before this has left, so a slow reader slows us down instead of filling memory.
    if (!stdout.write(`${answers.join('\n')}\n`)) await once(stdout, 'drain');
  }
}
