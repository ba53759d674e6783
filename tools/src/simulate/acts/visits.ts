import type { Data } from '../../shared/hall-client';
import type { HallWindow } from '../hall';
import { byProxy } from '../items';
import type { Applicant, Member } from '../people';
import { partOf, tryOne } from '../play';
import type { Matter, Play } from '../play';
import { caseShown, openDefects } from './cases';
import type { SeenCase } from './cases';
import { contactActs } from './contacts';

/** Somebody at a window, with what they came for. */
interface Visit {
  readonly applicant: Applicant;
  /** What they applied for before, when they come again. */
  readonly matter: Matter | undefined;
  readonly wish: 'APPLY' | 'ASK';
}

/** People come to a window, alone or several at once; whoever is on duty calls them, and they are served. */
export async function comeToWindow(play: Play, window: HallWindow, onDuty: Member | undefined): Promise<void> {
  const { gateway, choices } = play;
  const count = choices.weighted([
    [0, 50],
    [1, 32],
    [2, 13],
    [4, 5],
  ] as const)!;
  const waiting = new Map<string, Visit>();
  for (let n = 0; n < count; n++) {
    const visit = visitOf(play, window);
    gateway.tally.today.arrivals += 1;
    const priorityGroup = choices.inHundred(8) ? choices.one(['ELDERLY', 'PREGNANT', 'DISABLED']) : null;
    const ticket = await gateway.act(visit.applicant, 'takeTicket', { windowId: window.id, priorityGroup });
    if (ticket) waiting.set(ticket['id'] as string, visit);
  }
  if (onDuty === undefined) return complainOfAbsence(play, window, [...waiting.values()][0]);
  for (let n = 0; n < waiting.size; n++) {
    const ticket = await callOne(play, window, onDuty);
    const visit = waiting.get(String(ticket?.['id']));
    if (ticket && choices.inHundred(6)) {
      await gateway.act(onDuty, 'markNoShow', ticket['id'] as string);
      await gateway.act(onDuty, 'recallVisitor', ticket['id'] as string);
    }
    if (visit) await serve(partOf(play, 'visit', n), window, onDuty, visit);
  }
}

async function callOne({ gateway, choices }: Play, window: HallWindow, onDuty: Member): Promise<Data | undefined> {
  const query =
    'query ($windowId: ID!) { queue(windowId: $windowId, first: 50) { edges { node { id priorityGroup calledAt } } } }';
  const { queue } = (await gateway.see(onDuty, query, { windowId: window.id })) as {
    queue?: { edges: { node: { id: string; priorityGroup: string | null; calledAt: string | null } }[] };
  };
  const waiting = (queue?.edges ?? []).map(({ node }) => node).filter(({ calledAt }) => calledAt === null);
  const others = waiting.slice(1);
  const first =
    others.find(({ priorityGroup }) => priorityGroup !== null) ?? (choices.inHundred(4) ? others[0] : undefined);
  if (first === undefined) return gateway.act(onDuty, 'callNext', window.id);
  const said = { windowId: window.id, ticketId: first.id, reason: '优先群体' };
  return (await gateway.act(onDuty, 'callOutOfTurn', said)) ?? gateway.act(onDuty, 'callNext', window.id);
}

function visitOf({ hall, memory, choices }: Play, window: HallWindow): Visit {
  const again = [...memory.matters.values()].filter(
    ({ windowId, status }) => windowId === window.id && ['AWAITING_CORRECTION', 'DECIDED'].includes(status),
  );
  const matter = again.length > 0 && choices.inHundred(55) ? choices.one(again) : undefined;
  const wish = choices.inHundred(62) ? 'APPLY' : 'ASK';
  return { applicant: matter?.applicant ?? choices.one(hall.applicants), matter, wish };
}

async function complainOfAbsence({ gateway, memory, choices }: Play, window: HallWindow, visit: Visit | undefined) {
  if (visit === undefined || !choices.inHundred(25)) return;
  const { applicant } = visit;
  const said = {
    channel: 'ONLINE',
    windowId: window.id,
    grounds: ['SHIRKING_OR_ABSENCE'],
    summary: '窗口无人，白跑一趟',
    complainant: { name: applicant.name, phone: applicant.phone },
  };
  const complaint = await gateway.act(applicant, 'registerComplaint', said);
  if (complaint)
    memory.complaints.push({ number: String(complaint['number']), id: complaint['id'] as string | undefined });
}

/** Whoever is called is received, and gets what they came for or is told why not. */
async function serve(play: Play, window: HallWindow, onDuty: Member, visit: Visit): Promise<void> {
  const { gateway, hall, memory, choices } = play;
  const { applicant, matter, wish } = visit;
  if (matter) return comeAgain(play, window, onDuty, matter);
  const offered = hall.items.filter(({ departmentId }) => departmentId === window.departmentId);
  const item = choices.one(choices.inHundred(95) ? offered : hall.items);
  const said = {
    channel: 'WINDOW',
    windowId: window.id,
    subject: wish === 'APPLY' ? '申请办理' : '咨询',
    client: applicant.idNumber,
    ...(choices.inHundred(80) && { itemId: item.id }),
  };
  const contact = await gateway.act(onDuty, 'recordContact', said, 'ratingCode');
  if (!contact) return;
  memory.receptions.push({ contactId: contact['id'] as string, code: contact['ratingCode'] as string, applicant });
  if (wish === 'APPLY') await apply(play, onDuty, { window, applicant, item, contactId: contact['id'] as string });
  else await tryOne<Member>(play, onDuty, contactActs(contact['id'] as string, window.id, item));
}

/** An application as somebody brings it. */
interface Application {
  readonly window: HallWindow;
  readonly applicant: Applicant;
  readonly item: { readonly id: string; readonly materials: readonly string[] };
  readonly contactId?: string;
}

/** Hands in an application: complete, incomplete, wrong or nonsense; by letter, nobody has looked through it yet. */
export async function apply(
  play: Play,
  onDuty: Member,
  { window, applicant, item, contactId }: Application,
): Promise<void> {
  const { gateway, memory, choices } = play;
  const papers = choices.weighted([
    ['COMPLETE', 58],
    ['INCOMPLETE', 22],
    ['WRONG', 16],
    ['NONSENSE', 4],
  ] as const);
  const materials = papers === 'INCOMPLETE' ? item.materials.slice(choices.between(1, 2)) : [...item.materials];
  const findings = (papers === 'WRONG' ? choices.some(materials, 50) : []).map((materialCode) => ({
    materialCode,
    kind: choices.one(['NOT_LEGAL_FORM', 'WRONG_CONTENT', 'ON_SPOT']),
    explanation: '内容与证件不一致，请更正',
  }));
  const { name, phone, account } = applicant;
  const idNumber = choices.inHundred(3) ? applicant.idNumber.replace(/.$/, 'A') : applicant.idNumber;
  const said = {
    itemId: item.id,
    windowId: window.id,
    ...(contactId !== undefined && { contactId }),
    applicant: { name, idNumber, phone, account },
    situations: materials.includes('FORM') && choices.inHundred(10) ? [byProxy] : [],
    materials: papers === 'NONSENSE' ? [...materials, 'NOT-ASKED-FOR'] : materials,
    findings,
    checked: contactId !== undefined,
    deliveryMethod: choices.inHundred(15) ? 'POST' : 'WINDOW',
  };
  const made = await gateway.act(
    onDuty,
    'submitCase',
    said,
    'slip { secret } receiptSecret correctionNotices { number }',
  );
  if (!made) return;
  const { id, number, status, slip, receiptSecret } = made as unknown as Matter & {
    slip: { secret: string } | null;
    receiptSecret: string | null;
  };
  const secret = slip?.secret ?? receiptSecret ?? undefined;
  memory.matters.set(number, { id, number, applicant, windowId: window.id, materials: item.materials, secret, status });
  for (const notice of made['correctionNotices'] as { number: string }[]) {
    if (choices.inHundred(80)) await gateway.act(onDuty, 'deliverNotice', { number: notice.number, mode: 'PRINTED' });
  }
}

/** Somebody comes again: with what a notice asked for, or for the result. */
async function comeAgain(play: Play, window: HallWindow, onDuty: Member, matter: Matter): Promise<void> {
  const { gateway, choices } = play;
  const { id: caseId, materials } = matter;
  if (matter.status === 'DECIDED') {
    // Who comes for it says so; now and then an officer forgets to note that first.
    if (choices.inHundred(85)) await gateway.act(onDuty, 'chooseDelivery', { caseId, method: 'WINDOW' });
    const recipient = choices.inHundred(10) ? { recipient: 'AGENT', agentName: '李四' } : {};
    const said = { caseId, windowId: window.id, identityChecked: choices.inHundred(93), ...recipient };
    await learn(matter, gateway.act(onDuty, 'deliverResult', said));
    return;
  }
  const query = `query ($caseId: ID!) { case(id: $caseId) { ${caseShown} } }`;
  const { case: seen } = (await gateway.see(onDuty, query, { caseId })) as { case?: SeenCase | null };
  if (!seen) return;
  matter.status = seen.status;
  const wanted = openDefects(seen).map(({ materialCode }) => materialCode);
  const brought = choices.weighted([
    [wanted, 70],
    [wanted.slice(0, 1), 20],
    [materials, 10],
  ] as const)!;
  if (!seen.allowedActionNames.includes('supplyCorrection') || brought.length === 0) return;
  const findings = choices.some(brought, 8).map((materialCode) => ({
    materialCode,
    kind: 'WRONG_CONTENT',
    explanation: '新交材料与登记信息不一致',
  }));
  const said = { caseId, materials: [...new Set(brought)], findings };
  await learn(matter, gateway.act(onDuty, 'supplyCorrection', said));
}

async function learn(matter: Matter, acted: Promise<Data | undefined>): Promise<void> {
  const thing = await acted;
  if (thing) matter.status = thing['status'] as string;
}

/** What a letter brings is received and lies there until somebody looks. */
export async function openLetters(play: Play, window: HallWindow, onDuty: Member | undefined): Promise<void> {
  const { hall, choices, gateway } = play;
  if (onDuty === undefined || !choices.inHundred(30)) return;
  gateway.tally.today.arrivals += 1;
  const offered = hall.items.filter(({ departmentId }) => departmentId === window.departmentId);
  await apply(play, onDuty, { window, applicant: choices.one(hall.applicants), item: choices.one(offered) });
}
