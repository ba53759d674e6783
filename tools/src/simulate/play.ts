import type { PlainDate, WorkCalendar } from '@hall/kernel';
import type { Data } from '../shared/hall-client';
import type { Choices } from './choices';
import type { Gateway } from './gateway';
import type { HallWindow, PlayedHall } from './hall';
import type { Applicant, Member, Person } from './people';

/** An application that somebody remembers: who can come again for it, and where. */
export interface Matter {
  readonly id: string;
  readonly number: string;
  readonly applicant: Applicant;
  readonly windowId: string;
  readonly materials: readonly string[];
  /** What the papers show, by number and secret. */
  secret: string | undefined;
  /** As somebody last saw it. */
  status: string;
}

/** What those who play have in mind, in the order in which it came about. */
export interface Memory {
  readonly matters: Map<string, Matter>;
  /** Receptions that can be rated. */
  receptions: { readonly contactId: string; readonly code: string; readonly applicant: Person }[];
  /** Contacts that were offered to another window. */
  referrals: { readonly id: string; readonly toWindowId: string; readonly at: Date }[];
  complaints: { readonly number: string; readonly id: string | undefined }[];
  /** Who is at work, and at which window. */
  readonly present: Map<string, { readonly member: Member; readonly windowId: string }>;
  /** Whether an extraordinary day off was announced already. */
  isCalendarChanged: boolean;
}

/** A play under way: the hall, what is remembered, and the choices of the part that is on. */
export interface Play {
  readonly gateway: Gateway;
  readonly hall: PlayedHall;
  readonly memory: Memory;
  readonly choices: Choices;
  readonly day: PlainDate;
  /** How many days are over. */
  readonly daysPlayed: number;
  readonly daysToPlay: number;
  readonly calendar: WorkCalendar;
}

/** What somebody may try, how often, and how. */
export interface Act<Who extends Person = Person> {
  readonly name: string;
  /** How often, beside the others. */
  readonly weight: number;
  readonly does: (play: Play, who: Who) => Promise<void>;
}

/** How often something is tried: what the hall has not done yet for anybody, more often. */
export function weightOf(
  { gateway }: Play,
  { name, weight }: { readonly name: string; readonly weight: number },
): number {
  return gateway.tally.accepted.has(name) ? weight : weight * 6;
}

/** Whether something is done that is done so often in a hundred; what the hall has not done yet for anybody, more often. */
export function happens(play: Play, name: string, percent: number): boolean {
  return play.choices.inHundred(play.gateway.tally.accepted.has(name) ? percent : Math.min(100, percent * 4));
}

/** Somebody tries one of several things, or nothing. */
export async function tryOne<Who extends Person>(
  play: Play,
  who: Who,
  acts: readonly Act<Who>[],
  idle = 0,
): Promise<void> {
  const nothing: readonly (readonly [Act<Who> | undefined, number])[] = [[undefined, idle]];
  const act = play.choices.weighted([...nothing, ...acts.map((one) => [one, weightOf(play, one)] as const)]);
  await act?.does(play, who);
}

/** The same play with choices for one part of it. */
export function partOf(play: Play, ...place: readonly (string | number)[]): Play {
  return { ...play, choices: play.choices.of(...place) };
}

/** The things on the first page of a list, if the caller is given it. */
export async function listed<Thing = Data>(
  { gateway }: Play,
  who: Person,
  field: string,
  call: string,
  show: string,
): Promise<readonly Thing[]> {
  const answer = await gateway.see(who, `{ ${field}(${call}) { edges { node { ${show} } } } }`);
  const list = answer[field] as { readonly edges: readonly { readonly node: Thing }[] } | null | undefined;
  return list?.edges.map(({ node }) => node) ?? [];
}

/** Who is on duty at each window now, as the hall says. */
export async function dutiesOf(play: Play): Promise<ReadonlyMap<string, Member>> {
  const { gateway, hall } = play;
  const query = 'query ($code: ID!) { hall(code: $code) { windows { id onDuty { staff { id } } } } }';
  const { hall: seen } = (await gateway.see(hall.office, query, { code: hall.code })) as {
    hall?: { windows: { id: string; onDuty: { staff: { id: string } }[] }[] };
  };
  const members = new Map(hall.officers.map((member) => [member.id, member]));
  const duties = new Map<string, Member>();
  for (const { id, onDuty } of seen?.windows ?? []) {
    const member = members.get(onDuty[0]?.staff.id ?? '');
    if (member) duties.set(id, member);
  }
  return duties;
}

/** The window at which a member of staff has their place. */
export function placeOf({ windows }: PlayedHall, member: Member): HallWindow {
  return windows.find(({ lead }) => lead === member) ?? windows.find(({ deputy }) => deputy === member)!;
}
