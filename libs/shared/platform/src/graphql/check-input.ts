import { validate } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { isBlank } from '@hall/kernel';
import { badInput } from './errors';
import type { FieldError } from './errors';
import { hasFields, mapTexts } from './map-texts';

/**
 * Looks an argument over before any rule does: texts lose the spaces around them, so that one that shows nothing is an empty one, and
 * every field that is wrong is named at once.
 *
 * @throws BAD_USER_INPUT naming every field and what is wrong with it
 */
export async function checkInput(argument: unknown): Promise<void> {
  mapTexts(argument, (text) => (isBlank(text) ? '' : text.trim()));
  const isList = Array.isArray(argument);
  const inputs: readonly unknown[] = isList ? argument : [argument];
  const found = await Promise.all(
    inputs.map(async (input, index) => (hasFields(input) ? faultsIn(input, isList ? `${index}.` : '') : [])),
  );
  const fields = found.flat();
  if (fields.length > 0) throw badInput(...fields);
}

async function faultsIn(input: object, path: string): Promise<FieldError[]> {
  const faults = await validate(input, { skipMissingProperties: true, forbidUnknownValues: false });
  return faults.flatMap((fault) => fieldErrors(fault, path));
}

function fieldErrors({ property, constraints = {}, children = [] }: ValidationError, path: string): FieldError[] {
  const field = `${path}${property}`;
  const own = Object.entries(constraints).map(([name, message]) => ({ field, reason: inWords(name, message) }));
  return [...own, ...children.flatMap((child) => fieldErrors(child, `${field}.`))];
}

/** What is wrong, in both languages; the number comes from the validator's own message. */
const words: Readonly<Record<string, (most: string) => string>> = {
  atLeast: (least) => `至少 ${least} 字 / at least ${least} character${least === '1' ? '' : 's'}`,
  atMost: (most) => `最多 ${most} 字 / at most ${most} characters`,
  min: (least) => `不小于 ${least} / not less than ${least}`,
  max: (most) => `不大于 ${most} / not more than ${most}`,
  arrayMinSize: (least) => `至少 ${least} 项 / at least ${least} of them`,
  arrayMaxSize: (most) => `最多 ${most} 项 / at most ${most} of them`,
  arrayNotEmpty: () => '至少 1 项 / at least 1 of them',
  arrayUnique: () => '不得重复 / no two alike',
  isUrl: () => '须为网址 / must be a web address',
};

function inWords(constraint: string, message: string): string {
  const isLength = constraint === 'isLength' || constraint === 'maxLength';
  const name = isLength ? (message.includes('longer than') ? 'atLeast' : 'atMost') : constraint;
  return words[name]?.(/\d+/.exec(message)?.[0] ?? '') ?? message;
}
