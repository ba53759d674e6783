/** Files that remember a started process, so that a later run can end what a killed run left behind. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { endProcess, processIdentity } from './process.mjs';

/**
 * @param {string} file
 * @param {{ pid: number, identity: string | undefined }} target the process and what tells it from a later one with its number
 */
export function rememberProcess(file, target) {
  writeFileSync(file, JSON.stringify(target));
}

/** @param {string} file */
export function forgetProcess(file) {
  rmSync(file, { force: true });
}

/**
 * @param {string} file
 * @returns {{ pid: number, identity: string } | undefined} the remembered process, when it still lives
 */
export function rememberedProcess(file) {
  try {
    const target = JSON.parse(readFileSync(file, 'utf8'));
    return processIdentity(target.pid) === target.identity ? target : undefined;
  } catch {
    return undefined; // no such file, or one cut short by a power cut
  }
}

/**
 * Ends the remembered process when it still lives, and forgets it.
 * @param {string} file
 * @param {Parameters<typeof endProcess>[1]} [steps]
 */
export async function endRemembered(file, steps) {
  const target = rememberedProcess(file);
  if (target !== undefined && !(await endProcess(target, steps))) {
    throw new Error(`Process ${target.pid} of an earlier run does not end.`);
  }
  forgetProcess(file);
}
