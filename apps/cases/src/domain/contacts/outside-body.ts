/**
 * Whether a text names a body outside the hall. “Unknown” is none: such a matter goes to the desk.
 *
 * @regulation A-16
 */
export function namesBody(text: string): boolean {
  return !/^(unknown|不详|不知道|无)?$/i.test(text.trim());
}
