import type { Member, Person } from '../people';
import { happens, listed } from '../play';
import type { Play } from '../play';

const clauses = ['S1.3a', 'S1.4a', 'S2.2a', 'S3.2', 'S4.1b', 'S1.5c'];

/** Somebody on a round notes what they see. */
export async function inspect(play: Play, who: Member): Promise<void> {
  const { gateway, hall, choices } = play;
  const rules = (await gateway.see(who, '{ conductRules { clause active } }'))['conductRules'] as
    readonly { readonly clause: string; readonly active: boolean }[] | undefined;
  const clause = choices.one(rules?.length ? rules.map((rule) => rule.clause) : clauses);
  const own = hall.officers.filter(({ departmentId }) => departmentId === who.departmentId);
  const said = {
    staffId: choices.one(choices.inHundred(90) ? own : hall.officers).id,
    clause,
    source: 'INSPECTION',
    facts: '巡查时发现',
  };
  await gateway.act(who, 'recordConduct', said);
}

interface SeenRecord {
  readonly id: string;
  readonly status: string;
  readonly occurredAt: string;
  readonly upheld: boolean | null;
  readonly rule: { readonly clause: string };
  readonly staff: { readonly id: string; readonly badgeNumber: string };
}

const show = 'id status occurredAt upheld rule { clause } staff { id badgeNumber }';
const byAppearance = (records: readonly SeenRecord[]): SeenRecord[] =>
  [...records].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
const chanceOfDecision: Readonly<Record<string, number>> = { STATEMENT_GIVEN: 40, APPEALED: 40, RECORDED: 6 };
const orderOf = ({ occurredAt, rule, staff }: SeenRecord): string =>
  `${occurredAt} ${rule.clause} ${staff.badgeNumber}`;

/** Those whom a record is about say what they have to say, and appeal; whoever leads decides. */
export async function hearAndDecide(play: Play, who: Member): Promise<void> {
  const { gateway, hall, choices } = play;
  const records = byAppearance(await listed<SeenRecord>(play, who, 'conductRecords', 'first: 30', show));
  for (const { id: conductRecordId, status, upheld, staff } of records) {
    const concerned = hall.officers.find(({ id }) => id === staff.id);
    if (status === 'RECORDED' && concerned && choices.inHundred(40)) {
      await gateway.act(concerned, 'respondToConduct', { conductRecordId, statement: '当时正在处理急件' });
    } else if (status === 'DECIDED' && upheld === true && concerned && happens(play, 'appealConduct', 25)) {
      await gateway.act(concerned, 'appealConduct', { conductRecordId, grounds: '情况与记录不符' });
    } else if (choices.inHundred(chanceOfDecision[status] ?? 0)) {
      await gateway.act(who, 'decideConduct', { conductRecordId, upheld: choices.inHundred(60), reason: '经核查' });
    }
  }
}

/** The office sets the hall's own points. */
export async function reviseRules({ gateway, choices }: Play, who: Person): Promise<void> {
  const said = { clause: 'S1.3a', points: choices.between(1, 3), active: true, reason: '本厅考核办法' };
  await gateway.act(who, 'reviseConductRule', said);
}

/** Training is held and recorded. */
export async function train({ gateway, hall, choices, day }: Play, who: Person): Promise<void> {
  const attendeeIds = choices.some(hall.officers, 40).map(({ id }) => id);
  if (attendeeIds.length === 0) return;
  const said = { kind: 'LAW', topic: '行政许可法', heldOn: day, minutes: 60, notes: '集中学习', attendeeIds };
  await gateway.act(who, 'recordTraining', said);
}
