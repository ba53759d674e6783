import { createLogger } from '../logging';
import type { Logger } from '../logging';

/** Something that runs until it is closed. */
export interface Running {
  close(): Promise<void>;
}

/** A process that has not stopped by then is ended. */
const stopWithinMs = 15_000;

/**
 * Runs a process: starts it, stops it in order on SIGTERM or SIGINT, and ends it with a clear line when it cannot start
 * or when something was thrown that nobody caught.
 */
export function runService(options: {
  readonly name: string;
  readonly start: () => Promise<Running>;
  readonly logger?: Logger;
}): void {
  const { name, start, logger = createLogger({ service: name, level: 'info' }) } = options;
  const fail = (error: unknown): void => {
    logger.fatal({ err: error }, `${name} failed`);
    process.exit(1);
  };
  process.on('unhandledRejection', fail);
  process.on('uncaughtException', fail);
  void start().then((running) => {
    let stopping = false;
    const stop = (signal: string): void => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, `${name} stops`);
      setTimeout(() => fail(new Error('did not stop in time')), stopWithinMs).unref();
      running.close().then(() => process.exit(0), fail);
    };
    process.on('SIGTERM', () => stop('SIGTERM'));
    process.on('SIGINT', () => stop('SIGINT'));
  }, fail);
}
