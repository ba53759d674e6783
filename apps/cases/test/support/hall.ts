import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql';
import type { GraphQLInputType } from 'graphql';
import { defaultValues } from '@hall/contracts';
import type { DefaultValues } from '@hall/contracts';
import type { DatabaseLimits } from '@hall/platform/postgres';
import { createCipher } from '@hall/platform/privacy';
import { dataOf, eventually, publishHallFixture, useService } from '@hall/testing';
import type { Ask, HallFixture, Loose, ServiceUnderTest } from '@hall/testing';
import { createCases } from '../../src/app';

/** The things on a page of a list. */
export function nodesOf({ data, errors }: Loose, list: string): Loose[] {
  if (errors) throw new Error(JSON.stringify(errors));
  return data[list].edges.map(({ node }: Loose) => node);
}

/** What a refusal says. */
export const refusal = '... on UserError { code clause message allowedActions }';

/** What most tests want to know of a case. */
export const caseFields = `... on Case { id number status handlingType allowedActions responsible { id } acceptedAt
  slip { number dueOn provisional voidedBy { number } } slips { number voidedBy { number } }
  commitment { state dueAt dueOn breachedAt extension { amount } pauses { ground to } }
  correctionNotice { number replyBy ground issuedBy { id } approvedBy { id } defects { materialCode kind explanation } }
  correctionNotices { number } defects { materialCode kind settledAt }
  steps { id name passedAt commitment { state dueOn } }
  participants { id state agreed lateMinutes department { id } commitment { state dueOn pauses { to } } }
  rejection { number reason readAt referToBody referToWindow { id } } decision { approved } delivery { method }
  timeline { sequence kind clause officer { id } actingFor { id } note } }`;

const schema = buildASTSchema(parse(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8')), {
  assumeValidSDL: true,
});
const mutations = schema.getMutationType()!.getFields();

/** The arguments of every mutation and their types, as the schema has them. */
const argumentsOf = new Map(
  Object.values(mutations).map(({ name, args }) => [name, new Map(args.map((each) => [each.name, String(each.type)]))]),
);

/**
 * Something plausible for everything that a mutation cannot do without, as the schema has it; what is to be more than
 * plausible is said by whoever calls it.
 */
export function plausible(name: string, caseId: string): Record<string, unknown> {
  const valueOf = (type: GraphQLInputType): unknown => {
    const inner = getNullableType(type);
    if (isInputObjectType(inner)) return required(Object.values(inner.getFields()));
    if (isListType(inner)) return [valueOf(inner.ofType)];
    if (isEnumType(inner)) return inner.getValues().at(-1)!.name;
    const scalars: Readonly<Record<string, unknown>> = {
      ID: caseId,
      Boolean: true,
      Int: 1,
      String: '说明',
      LocalDate: '2026-12-31',
    };
    if (!(String(inner) in scalars)) throw new Error(`${name}: say in this test what to give for a ${String(inner)}`);
    return scalars[String(inner)];
  };
  const required = (fields: readonly { name: string; type: GraphQLInputType; defaultValue?: unknown }[]) =>
    Object.fromEntries(
      fields
        .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
        .map((field) => [field.name, valueOf(field.type)]),
    );
  if (!mutations[name]) throw new Error(`${name} is in caseActs (domain/cases/case.ts), but no mutation: npm run fix`);
  return required(mutations[name].args);
}

/**
 * Calls one mutation and answers what it answered: the changed thing or the refusal.
 *
 * @param said its arguments, or the fields of its one input
 */
export async function mutate(
  ask: Ask,
  name: string,
  said: Record<string, unknown>,
  selection = caseFields,
): Promise<Loose> {
  const types = argumentsOf.get(name)!;
  const given = types.has('input') && !('input' in said) ? { input: said } : said;
  const head = Object.keys(given).map((argument) => `$${argument}: ${types.get(argument)}`);
  const call = Object.keys(given).map((argument) => `${argument}: $${argument}`);
  const query = `mutation (${head.join(', ')}) { ${name}(${call.join(', ')}) { ${selection} ${refusal} } }`;
  const data = await dataOf(ask(query, given));
  return data[name];
}

/** Records a contact at one window and offers it to another; answers its id. */
export async function offerContact(ask: Ask, windowId: string, toWindowId: string): Promise<string> {
  const input = { channel: 'WINDOW', subject: '参保', windowId };
  const { id } = await mutate(ask, 'recordContact', { input }, '... on Contact { id }');
  const referral = { contactId: id, toWindowId, reason: '医保' } as const;
  await mutate(ask, 'referContact', referral, '... on Contact { id }');
  return id as string;
}

/** A person whose numbers are right, and who does not exist. */
export const applicant = { name: '张三', idNumber: '330282199001011231', phone: '13812341234' };

/** Seven disclosures, conditions and samples: everything that an item needs to be published. */
export const wholeItem = {
  content: '失业登记',
  procedure: ['受理', '审核', '决定', '送达'].map((name) => ({ name })),
  legalBasis: ['《就业促进法》'],
  conditions: ['劳动年龄内'],
  materials: [
    { code: 'ID', name: '身份证', basis: '条例' },
    { code: 'FORM', name: '申请表', basis: '办法', sampleUrl: 'https://hall.example/form' },
    { code: 'PROXY', name: '委托书', basis: '办法', condition: '委托他人代办的' },
  ],
  promisedLimit: { amount: 5, unit: 'WORKING_DAY' },
  fee: { amountFen: 0, basis: '不收费' },
  result: '登记证',
};

/** A running cases service for the tests of one file. */
export function useCases(
  regulation: DefaultValues = defaultValues,
  databaseLimits: Partial<DatabaseLimits> = {},
  reached: Pick<ServiceUnderTest, 'databaseAddress' | 'plants'> = {},
) {
  const cipher = createCipher({
    keyring: `k1:${randomBytes(32).toString('base64')}`,
    lookupKey: randomBytes(32).toString('base64'),
  });

  const kit = useService(createCases(cipher), {
    at: '2026-11-23T09:00:00+08:00',
    regulation,
    databaseLimits,
    ...reached,
  });
  const { as } = kit;

  /** Publishes an item and answers its id. */
  async function publish(
    hall: { hallCode: string; departmentId: string },
    change: Record<string, unknown> = {},
  ): Promise<string> {
    const office = as('office', hall.hallCode, 'CENTRE_OFFICE');
    const input = { departmentId: hall.departmentId, code: 'I-1', name: '失业登记', ...wholeItem, ...change };
    const drafted = await mutate(office, 'draftServiceItem', { input }, '... on ServiceItem { id }');
    if (drafted['code']) throw new Error(`${drafted['code']}: ${drafted['message']}`);
    const published = await mutate(
      office,
      'publishServiceItem',
      { code: input.code },
      '... on ServiceItem { id current { number } }',
    );
    if (!published['id']) throw new Error(`${published['code']}: ${published['message']}`);
    return published['id'];
  }

  /** A hall whose facts have all arrived, so that nothing but the test is at work. */
  async function aBareHall(hallCode: string): Promise<HallFixture> {
    const hall = await publishHallFixture(kit.staffing, hallCode);
    await eventually(async () => {
      const rows = await kit.sql('select from known_posts where hall_code = $1 and holder_id is not null', [hallCode]);
      return rows.length === 2;
    });
    return hall;
  }

  return Object.assign(kit, {
    cipher,
    officer: (account: string, hallCode: string) => as(account, hallCode, 'OFFICER'),
    head: (hallCode: string) => as('head', hallCode, 'SECTION_HEAD'),
    leader: (hallCode: string) => as('leader', hallCode, 'CENTRE_LEADER'),
    office: (hallCode: string) => as('office', hallCode, 'CENTRE_OFFICE'),

    aBareHall,

    /** A hall whose facts have all arrived, with one item in its catalogue. */
    async aHall(hallCode: string, item: Record<string, unknown> = {}) {
      const hall = await aBareHall(hallCode);
      const itemId = await publish(hall, item);
      const lead = as('lead', hallCode, 'OFFICER');
      const submit = (input: Record<string, unknown> = {}, ask = lead): Promise<Loose> =>
        mutate(ask, 'submitCase', {
          input: { applicant, materials: ['ID', 'FORM'], itemId, windowId: hall.windowId, ...input },
        });
      return { ...hall, itemId, lead, deputy: as('deputy', hallCode, 'OFFICER'), submit };
    },

    publish,

    /** The case as it is now. */
    async read(ask: Ask, id: string): Promise<Loose> {
      const { data, errors } = await ask(`query ($id: ID!) { case(id: $id) { __typename ${caseFields} } }`, { id });
      if (errors) throw new Error(JSON.stringify(errors));
      return data!['case'];
    },
  });
}

/** The kinds of a case's record, in order. */
export const kindsOf = (of: Loose): string[] => of['timeline'].map(({ kind }: Loose) => kind);
