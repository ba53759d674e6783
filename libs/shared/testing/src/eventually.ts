import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until a check passes, asking again and again; never a blind sleep.
 *
 * @param check throws, or returns false, while it is not so yet
 * @throws the check's last complaint when the time is over
 */
export async function eventually<T>(
  check: () => Promise<T> | T,
  options: { readonly withinMs?: number; readonly message?: string } = {},
): Promise<T> {
  const { withinMs = 10_000, message = 'it did not happen' } = options;
  const end = performance.now() + withinMs;
  for (;;) {
    let complaint: unknown;
    try {
      const result = await check();
      if (result !== false) return result;
    } catch (error) {
      complaint = error;
    }
    if (performance.now() > end) throw new Error(`${message} within ${withinMs} ms`, { cause: complaint });
    await pause(15);
  }
}
