/**
 * Characters that no text of ours holds: control characters save line feed and tab, halves of characters, and those that turn
 * the direction of what follows or end a line unseen. They would fail in the database, forge lines of a log or show another text than is kept.
 */
const unprintable = /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** Whether a text holds nothing but what can be seen, spaces, line feeds and tabs. */
export function isPlainText(text: string): boolean {
  return !unprintable.test(text);
}

/** Whether nothing of a text is seen: it is empty, or spaces and characters without a shape are all that it holds. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\p{DI}\u2800]/u.test(text);
}
