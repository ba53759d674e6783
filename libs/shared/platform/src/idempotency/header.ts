import { GraphQLError } from 'graphql';

/** Header under which a client makes all mutations of one request safe to send again. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';

const wellFormed = /^[\x21-\x7e]{1,200}$/;

/**
 * The key of a request, from its {@link IDEMPOTENCY_HEADER} header.
 *
 * @throws BAD_USER_INPUT for a key that is too long or has spaces: it would not be the client's own again
 */
export function idempotencyKeyOf(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && wellFormed.test(header)) return header;
  const reason = '1–200 个可见 ASCII 字符 / 1 to 200 visible ASCII characters';
  throw new GraphQLError(`输入有误 / Bad input: Idempotency-Key: ${reason}`, {
    extensions: { code: 'BAD_USER_INPUT', fields: [{ field: 'Idempotency-Key', reason }], http: { status: 400 } },
  });
}
