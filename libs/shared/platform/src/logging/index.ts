import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { serializeError } from './error-serializer';

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
export function createLogger({
  service,
  level,
  destination = pino.destination({ fd: 1, sync: false }),
}: {
  readonly service: string;
  readonly level: string;
  readonly destination?: DestinationStream;
}): Logger {
  const masking: DestinationStream = { write: (line) => destination.write(maskPersonalData(line)) };
  const serializers = { err: serializeError, error: serializeError };
  const options = { level, base: { service }, serializers, hooks, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, masking);
}

/** Without words of the caller's, pino would take those of the error, past the serializer. */
const hooks: LoggerOptions['hooks'] = {
  logMethod(args, method) {
    const [first] = args as unknown[];
    const isError = first instanceof Error || (first as { err?: unknown } | null)?.err instanceof Error;
    method.apply(this, args.length === 1 && isError ? [args[0] as object, 'failed'] : args);
  },
};
