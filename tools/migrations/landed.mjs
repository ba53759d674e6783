/** Migrations that have landed never change: a database somewhere has run them as they were. */
import { createHash } from 'node:crypto';

/** `<milliseconds since 1970>-<what it does>.ts`: a moment at which it was really written, not a number made up. */
const named = /^(\d{13})-[a-z0-9-]+\.ts$/;
const earliest = Date.UTC(2026, 10, 24);

/** @param {string} text of a migration's file @returns {string} */
export const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/**
 * Compares the files of a service with the hashes that were noted when they landed.
 * @param {Record<string, string>} landed hash by file name
 * @param {Record<string, string>} files text by file name
 * @param {number} now in milliseconds
 * @returns {{ faults: string[], fresh: string[] }} what must not be, and files that are not noted yet
 */
export function compareLanded(landed, files, now) {
  const faults = [];
  for (const [name, hash] of Object.entries(landed)) {
    if (files[name] === undefined) faults.push(`${name} has landed and is gone`);
    else if (hashOf(files[name]) !== hash) faults.push(`${name} has landed and was changed: write another migration`);
  }
  const fresh = Object.keys(files).filter((name) => landed[name] === undefined);
  const last = Object.keys(landed).sort().at(-1) ?? '';
  for (const name of fresh) {
    const moment = Number(named.exec(name)?.[1]);
    if (!(moment >= earliest && moment <= now))
      faults.push(`${name} does not begin with the moment it was written (date +%s000)`);
    else if (name < last) faults.push(`${name} is older than ${last}, which has landed`);
  }
  return { faults, fresh };
}
