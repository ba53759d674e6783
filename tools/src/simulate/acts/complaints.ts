import type { Member, Person } from '../people';
import { weightOf } from '../play';
import type { Play } from '../play';

const grounds = [
  'IMPROPER_GAIN_OR_CHARGE',
  'NOT_TOLD_ONCE',
  'DISCOURTESY',
  'SHIRKING_OR_ABSENCE',
  'UNLAWFUL_OR_OVERDUE',
];

/** Somebody complains, with a name or without, about a case, a window, a person or nothing in particular. */
export async function complain(play: Play, who: Person, channel: string): Promise<void> {
  const { gateway, hall, memory, choices } = play;
  const matters = [...memory.matters.values()].filter(
    ({ applicant }) => who.role !== 'APPLICANT' || applicant.account === who.account,
  );
  const about = choices.weighted([
    ['CASE', matters.length > 0 ? 40 : 0],
    ['WINDOW', 30],
    ['PERSON', 20],
    ['NOTHING', 10],
  ] as const);
  const said = {
    channel,
    summary: '对办理情况不满意，请调查处理',
    grounds: choices.inHundred(70) ? [choices.one(grounds)] : [],
    ...(about === 'CASE' && { caseId: choices.one(matters).id }),
    ...(about === 'WINDOW' && { windowId: choices.one(hall.windows).id }),
    ...(about === 'PERSON' && { respondentId: choices.one(hall.officers).id }),
    ...(choices.inHundred(75) && { complainant: { name: '刘女士', phone: '13900001234' } }),
  };
  const complaint = await gateway.act(who, 'registerComplaint', said);
  if (complaint)
    memory.complaints.push({ number: String(complaint['number']), id: complaint['id'] as string | undefined });
}

interface SeenComplaint {
  readonly id: string;
  readonly owner: { readonly id: string };
  readonly allowedActionNames: readonly string[];
}

/** Whoever answers for a complaint does the next thing that the hall offers on it, or lets it lie. */
export async function handleComplaints(play: Play, who: Member): Promise<void> {
  const { gateway, hall, memory, choices } = play;
  const query = 'query ($number: String!) { complaint(number: $number) { id owner { id } allowedActionNames } }';
  for (const { number } of choices.some(memory.complaints, 35)) {
    const { complaint } = (await gateway.see(who, query, { number })) as { complaint?: SeenComplaint | null };
    if (!complaint) continue;
    const { id: complaintId, owner, allowedActionNames } = complaint;
    if (allowedActionNames.length === 0) memory.complaints = memory.complaints.filter((one) => one.number !== number);
    if (owner.id !== who.id && !choices.inHundred(15)) continue;
    const acts = {
      classifyComplaint: {
        complaintId,
        timeClass: choices.one(['ON_THE_SPOT', 'ORDINARY', 'COMPLEX', 'URGENT']),
        ...(choices.inHundred(80)
          ? { windowId: choices.one(hall.windows).id }
          : { windowUnclear: choices.inHundred(70) }),
        grounds: [choices.one(grounds)],
      },
      decideComplaint: {
        complaintId,
        finding: choices.one(['UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD']),
        opinion: '经调查',
      },
      giveFeedback: { complaintId, mode: '电话', content: '处理结果已告知' },
      closeComplaint: complaintId,
    };
    const offered = Object.entries(acts).filter(([name]) => allowedActionNames.includes(name));
    const weighed = offered.map((act) => [act, weightOf(play, { name: act[0], weight: 20 })] as const);
    const chosen = choices.weighted<(typeof offered)[number] | undefined>([[undefined, 20], ...weighed]);
    if (chosen) await gateway.act(who, ...chosen);
  }
}
