/**
 * Sent with every answer, errors included. Answers are data: no browser may guess their type, frame them, run anything
 * in them or pass their address on. A route that serves a page (the sandbox, in development) removes what it must.
 */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-site',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'strict-transport-security': 'max-age=31536000',
} as const;
