import type { GeneratedFile } from '../shared/generated-file';

/**
 * What the shapes of an act are called in one service. When these change, the compiler says so in act-files.spec.ts, and
 * this is the place to follow.
 */
interface Service {
  readonly ports: string;
  readonly context: string;
  /** What a resolver is made with, and where that is declared beside the rooms of `graphql`. */
  readonly parts: string;
  readonly partsFrom: string;
  /** How a use case finds out which member of staff asks, and what it needs to import for that. */
  readonly caller: { readonly imports: string; readonly find: string; readonly id: string };
}

const services: Readonly<Record<string, Service>> = {
  cases: {
    ports: 'CasePorts',
    context: 'CaseContext',
    parts: 'CaseParts',
    partsFrom: 'queries',
    caller: {
      imports: `import { findOfficer } from '@hall/platform/directory';\n`,
      find: 'findOfficer(tx, command, key.hallCode)',
      id: 'caller.value.id',
    },
  },
  staffing: {
    ports: 'StaffingPorts',
    context: 'StaffingContext',
    parts: 'StaffingParts',
    partsFrom: 'loaders',
    caller: {
      imports: `import { findOfficer } from '../structure/find-officer';\n`,
      find: 'findOfficer(tx, command, key.hallCode)',
      id: 'caller.value.id',
    },
  },
  complaints: {
    ports: 'ComplaintPorts',
    context: 'ComplaintContext',
    parts: 'ComplaintParts',
    partsFrom: 'loaders',
    caller: {
      imports: `import { findOfficer } from '@hall/platform/directory';\n`,
      find: 'findOfficer(tx, command, key.hallCode)',
      id: 'caller.value.id',
    },
  },
};

/** How the acts of a room are made where its things have a shell that locks and saves them (ADR 26). */
interface Shell {
  readonly act: string;
  /** What the use case imports besides the rule. */
  readonly imports: string;
  readonly thing: string;
  /** Where the thing is declared, below `domain`. */
  readonly thingFrom: string;
  readonly authorise: string;
  /** What the shell hands to the rule, and what it wants of the answer. */
  readonly current: string;
  readonly changed: string;
}

/** By service and room; an act elsewhere opens its transaction itself. */
const shells: Readonly<Record<string, Shell>> = {
  'cases/cases': {
    act: 'caseAct',
    imports: `import { authorityOverPost } from './acting-officer';\nimport { caseAct } from './change-case';\n`,
    thing: 'Case',
    thingFrom: 'cases/case',
    authorise: 'authorityOverPost',
    current: '{ current, now }',
    changed: `(next) => ({ next, kind: 'STEP_PASSED', clause: 'S2.3b' })`,
  },
  'cases/contacts': {
    act: 'contactAct',
    imports: `import { contactAct, contactOwner } from './change-contact';\n`,
    thing: 'Contact',
    thingFrom: 'contacts/contact',
    authorise: 'contactOwner',
    current: '{ current, now }',
    changed: `(contact) => ({ contact, changeKind: 'CLOSED' })`,
  },
  'complaints/handling': {
    act: 'complaintAct',
    imports: `import { anyHandler, complaintAct } from './change-complaint';\n`,
    thing: 'Complaint',
    thingFrom: 'register/complaint',
    authorise: 'anyHandler',
    current: '{ current: { complaint: current }, now }',
    changed: `(next) => ({ next, fact: 'CLOSED', clause: 'S6.4h' })`,
  },
};

/** The services in which an act can be begun. */
export const servicesWithActs = Object.keys(services);

/** Where an act goes, and what it is called. */
export interface NewAct {
  readonly service: string;
  readonly room: string;
  /** A verb and a noun, as the mutation is called: `reopenContact`. */
  readonly name: string;
}

/** `reopenContact` as files are called: `reopen-contact`. */
export function fileNameOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What is wrong with a name; nothing when it is good. */
export function faultOfName(name: string): string | undefined {
  return /^[a-z]+([A-Z][a-z]+)+$/.test(name) ? undefined : `"${name}" is not a verb and a noun like reopenContact`;
}

/** The files of an act that does nothing yet: they compile, and their test fails until the rule is there. */
export function filesOf(act: NewAct): readonly GeneratedFile[] {
  const source = `apps/${act.service}/src`;
  const file = fileNameOf(act.name);
  const service = services[act.service]!;
  const shell = shells[`${act.service}/${act.room}`];
  return [
    { path: `${source}/domain/${act.room}/${file}.ts`, content: shell ? shellRuleOf(act, shell) : ruleOf(act) },
    { path: `${source}/domain/${act.room}/${file}.spec.ts`, content: specOf(act, shell) },
    {
      path: `${source}/use-cases/${act.room}/${file}.ts`,
      content: shell ? shellActOf(act, shell) : useCaseOf(act, service),
    },
    { path: `${source}/graphql/${act.room}/${file}.resolver.ts`, content: resolverOf(act, service) },
  ];
}

function typeNameOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A rule and the act that applies it have two names (tools/architecture/names.spec.ts). */
function ruleNameOf(name: string): string {
  return `apply${typeNameOf(name)}`;
}

function ruleOf({ name }: NewAct): string {
  return `import { done } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';

/** What the rule is asked: the state as it is, who acts, and when. */
export interface ${typeNameOf(name)} {
  readonly key: HallKey;
  readonly officerId: string;
  readonly now: Date;
}

/**
 * TODO: what this does and for whom, in a sentence; the ids of its clauses behind the tag, and the codes of its refusals.
 */
export function ${ruleNameOf(name)}(asked: ${typeNameOf(name)}): Outcome<${typeNameOf(name)}> {
  return done(asked);
}
`;
}

function shellRuleOf({ room, name }: NewAct, { thing, thingFrom }: Shell): string {
  const from = thingFrom.startsWith(`${room}/`) ? thingFrom.replace(room, '.') : `../${thingFrom}`;
  return `import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { ${thing} } from '${from}';

/** What the rule is asked: the state as it is, and when. */
interface Asked {
  readonly current: ${thing};
  readonly now: Date;
}

/**
 * TODO: what this does and for whom, in a sentence; the ids of its clauses behind the tag, and the codes of its refusals.
 */
export function ${ruleNameOf(name)}({ current }: Asked): Outcome<${thing}> {
  return done(current);
}
`;
}

function specOf({ name }: NewAct, shell: Shell | undefined): string {
  const now = `now: new Date('2026-11-24T10:00:00+08:00')`;
  const asked = shell ? `current: {} as never, ${now}` : `key: { hallCode: 'demo', id: 'id' }, officerId: 'A', ${now}`;
  return `import { ${ruleNameOf(name)} } from './${fileNameOf(name)}';

const asked = { ${asked} };

test('TODO: the id of the clause, then what it asks for', () => {
  expect(${ruleNameOf(name)}(asked)).toMatchObject({ refusal: { code: 'TODO' } });
});
`;
}

function shellActOf({ name, room }: NewAct, { act, imports, authorise, current, changed }: Shell): string {
  return `import { mapDone } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';
import { ${ruleNameOf(name)} } from '../../domain/${room}/${fileNameOf(name)}';
${imports}
/** What is said, besides which thing it is about. */
export interface ${typeNameOf(name)} {
  readonly key: HallKey;
}

/**
 * TODO: the sentence of the rule; the ids of its clauses behind the tag, and every code that it can be refused with.
 */
export const ${name} = ${act}({
  operation: '${name}',
  authorise: ${authorise},
  // TODO: what the record and the fact say of it.
  rule: (${current}, input: ${typeNameOf(name)}) => mapDone(${ruleNameOf(name)}({ ...input, current, now }), ${changed}),
});
`;
}

function useCaseOf({ name, room }: NewAct, { ports, caller }: Service): string {
  return `import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { ${ruleNameOf(name)} } from '../../domain/${room}/${fileNameOf(name)}';
${caller.imports}import type { ${ports} } from '../ports';

/**
 * TODO: the sentence of the rule; the ids of its clauses behind the tag, and every code that it can be refused with.
 */
export function ${name}(ports: ${ports}, command: Command<{ readonly key: HallKey }>): Promise<Outcome<HallKey>> {
  const { key } = command.input;
  return ports.run(command, { operation: '${name}', hallCode: key.hallCode }, async (tx) => {
    const caller = await ${caller.find};
    if (isRefused(caller)) return caller;
    // TODO: lock what is changed, and hand it to the rule.
    const decided = ${ruleNameOf(name)}({ key, officerId: ${caller.id}, now: ports.clock.now() });
    if (isRefused(decided)) return decided;
    // TODO: save what was decided; ports.publish(tx, command, [the fact]).
    return done(key);
  });
}
`;
}

function resolverOf({ name, room }: NewAct, { context, parts, partsFrom }: Service): string {
  const type = typeNameOf(name);
  const imports =
    partsFrom === 'loaders'
      ? `import type { ${context}, ${parts} } from '../loaders';`
      : `import type { ${context} } from '../loaders';\nimport type { ${parts} } from '../${partsFrom}';`;
  return `import { Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { HallKey } from '@hall/kernel';
import { AllowedTo, createType, CreatingInput, globalId, Input, KeyField, staffRoles, VisibleTo } from '@hall/platform/graphql';
import { ${name} } from '../../use-cases/${room}/${fileNameOf(name)}';
${imports}
import { act, resultOf } from '../results';

/** TODO: to an input file of the room. */
@InputType({ description: '待定 / What it says' })
class ${type}Input extends CreatingInput {
  @KeyField('标识 / Id')
  id!: HallKey;
}

/** TODO: stands in for the type of what is changed; answer that one instead, by the name of its loader. */
@VisibleTo(...staffRoles)
@ObjectType('${type}Answer', { description: '待定 / What was changed' })
class ${type}Answer {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;
}

const ${type}Result = resultOf('${type}Result', ${type}Answer);

/** TODO: move the field to a resolver of the room, or name this one in schema.ts. */
@Resolver()
export class ${type}Resolver {
  constructor(private readonly parts: ${parts}) {}

  @Mutation(() => ${type}Result, { description: '待定 / TODO: what this does, with its clause' })
  @AllowedTo(...staffRoles)
  ${name}(@Input(() => ${type}Input) input: ${type}Input, @Ctx() context: ${context}) {
    const { id: key, ...said } = input;
    // TODO: the name of the loader that finds what was changed, instead of the function.
    return act(this.parts, context, ${name}, { key, ...said }, (changed) =>
      Promise.resolve(createType(${type}Answer, { id: globalId(changed) })),
    );
  }
}
`;
}
