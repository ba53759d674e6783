import { refuse } from './outcome';
import type { Refusal, RefusalDetails, Refused } from './outcome';

/** Languages in which people are answered. */
export type Locale = 'zh-CN' | 'en';

/** One way of saying no: its clause and its text in both languages, with `{name}` slots filled from the details. */
interface RefusalEntry {
  readonly clause?: string;
  readonly zh: string;
  readonly en: string;
}

/** Every way in which one service says no, by code. */
export type RefusalCatalogue = Readonly<Record<string, RefusalEntry>>;

type SlotsOf<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;

/** The details that the texts of a refusal need; more may be given. */
type DetailsOf<Entry extends RefusalEntry> = RefusalDetails &
  Readonly<Record<SlotsOf<Entry['zh']> | SlotsOf<Entry['en']>, RefusalDetails[string]>>;

type RefuseArguments<Entry extends RefusalEntry> = [SlotsOf<Entry['zh']> | SlotsOf<Entry['en']>] extends [never]
  ? [details?: RefusalDetails, allowedActions?: readonly string[]]
  : [details: DetailsOf<Entry>, allowedActions?: readonly string[]];

/** Refuses with a code of one catalogue; the compiler asks for the details that the code's texts need. */
export type Refuse<Catalogue extends RefusalCatalogue> = <Code extends keyof Catalogue & string>(
  code: Code,
  ...rest: RefuseArguments<Catalogue[Code]>
) => Refused;

/** Makes the typed `refuse` of one service. The clause comes from the catalogue. */
export function refuser<const Catalogue extends RefusalCatalogue>(catalogue: Catalogue): Refuse<Catalogue> {
  return (code, ...[details, allowedActions]) => {
    const clause = catalogue[code]?.clause;
    return refuse({
      code,
      ...(clause !== undefined && { clause }),
      ...(details !== undefined && { details }),
      ...(allowedActions !== undefined && { allowedActions }),
    });
  };
}

/**
 * The text of a refusal for people, in their language.
 *
 * @throws Error when the code is not in the catalogue, or a slot has no value: both are mistakes in the program
 */
export function refusalText(catalogue: RefusalCatalogue, refusal: Refusal, locale: Locale): string {
  const entry = Object.hasOwn(catalogue, refusal.code) ? catalogue[refusal.code] : undefined;
  if (!entry) throw new Error(`no text for refusal ${refusal.code}`);
  const [text, comma] = locale === 'en' ? [entry.en, ', '] : [entry.zh, '、'];
  return text.replace(/\{(\w+)\}/g, (_slot, name: string) => {
    const value = refusal.details?.[name];
    if (value === undefined) throw new Error(`refusal ${refusal.code} has no detail ${name}`);
    return Array.isArray(value) ? value.join(comma) : String(value);
  });
}
