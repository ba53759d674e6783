import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type { Logger } from 'pino';

/** Things that must not be in a log, wherever in a line they turn up: identity numbers, phones, tokens. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)(\d{4})\d{10}(\d{3}[\dXx])(?!\d)/g, '$1**********$2'],
  [/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2'],
  [/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/(postgres(?:ql)?:\/\/[^:@/\s]+:)[^@/\s]+@/g, '$1***@'],
];

/** Masks personal data and secrets in a text. */
export function maskPersonalData(text: string): string {
  return secrets.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text);
}

/** Makes the logger of a process: JSON lines, masked in one place whatever wrote them. */
export function createLogger(options: {
  readonly service: string;
  readonly level: string;
  readonly destination?: DestinationStream;
}): Logger {
  const { service, level, destination = pino.destination({ fd: 1, sync: false }) } = options;
  const masking: DestinationStream = { write: (line) => destination.write(maskPersonalData(line)) };
  return pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime }, masking);
}
