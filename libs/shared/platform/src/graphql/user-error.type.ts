import { VisibleToAnyone } from './policy';
import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { refusalText } from '@hall/kernel';
import type { Locale, Refusal, RefusalCatalogue } from '@hall/kernel';
import { commonRefusals } from '../refusals';
import { enumOf, meaningOf } from './enum';

/** What every refusal has in common. Declared once, so that it is identical in each subgraph. */
@InterfaceType({
  autoRegisterImplementations: false,
  description: '业务不予（拒绝）：系统按规定说“不”，并说明依据的条款 / An expected “no”, with the rule that says so',
})
export abstract class UserError {
  @Field(() => String, { description: '稳定代码，永不复用 / Stable code, never reused' })
  code!: string;

  @Field(() => String, { description: '给办事人看的说明（中文；Accept-Language: en 时为英文） / Message for people' })
  message!: string;

  @Field(() => ID, {
    nullable: true,
    description: '依据的条款编号，如 S4.1b；null 表示与条款无关 / Clause id of the regulation',
  })
  clause?: string;

  @Field(() => [String], { description: '现在可以做什么 / What is possible instead' })
  allowedActions!: readonly string[];
}

/** A refusal class of one service: union members must be instances of their own class, named after its noun. */
export type RefusalType = new () => UserError;

/**
 * Makes the refusal type of one service, e.g. `CaseRefusal`. Its codes are an enumeration made of the service's catalogue;
 * the interface, which the services share, keeps the code as a text (ADR 28).
 */
export function refusalType(name: string, description: string, catalogue: RefusalCatalogue): RefusalType {
  const known: RefusalCatalogue = { ...commonRefusals, ...catalogue };
  const meanings = Object.fromEntries(Object.entries(known).map(([code, { zh, en }]) => [code, `${zh} / ${en}`]));
  const codes = enumOf(`${name}Code`, Object.keys(known), '业务不予的全部代码 / Every code of a refusal', meanings);
  @VisibleToAnyone()
  @ObjectType(name, { implements: UserError, description })
  class ServiceRefusal extends UserError {
    @Field(() => codes, { description: '同 code，可穷举 / The code again, of a closed list' })
    reasonCode!: string;
  }
  return ServiceRefusal;
}

/** The details of refusals whose values are codes, and by which enumeration people read them. */
export type RefusalWords = Readonly<Record<string, string>>;

/** A refusal as its text says it: the details keep their codes, people read words. */
function inWords(refusal: Refusal, locale: Locale, words: RefusalWords): Refusal {
  const details = Object.entries(refusal.details ?? {}).map(([slot, value]) => {
    const wordOf = (code: string): string => meaningOf(words[slot] ?? '', code)?.[locale === 'en' ? 1 : 0] ?? code;
    if (typeof value === 'string') return [slot, wordOf(value)];
    return [slot, Array.isArray(value) ? (value as readonly string[]).map(wordOf) : value];
  });
  return { ...refusal, details: Object.fromEntries(details) as NonNullable<Refusal['details']> };
}

/** Fills a refusal type from a refusal value, with the text in the reader's language. */
export function toRefusal<T extends UserError>(
  type: new () => T,
  catalogue: RefusalCatalogue,
  refusal: Refusal,
  locale: Locale,
  words: RefusalWords = {},
): T {
  const { code, clause, allowedActions = [] } = refusal;
  return Object.assign(new type(), {
    code,
    reasonCode: code,
    clause,
    allowedActions,
    message: refusalText({ ...commonRefusals, ...catalogue }, inWords(refusal, locale, words), locale),
  });
}
