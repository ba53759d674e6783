import { addDays, instantAt } from '@hall/kernel';
import type { Member } from '../people';
import { happens, listed, partOf } from '../play';
import type { Play } from '../play';

const kinds = ['STUDY', 'OFFICIAL_TRIP', 'ANNUAL', 'SICK', 'PERSONAL'];
const spans = [
  ['09:00', '10:30'],
  ['10:00', '12:00'],
  ['13:30', '15:30'],
  ['13:30', '17:00'],
  ['00:00', '17:00'],
] as const;

interface SeenLeave {
  readonly id: string;
  readonly status: string;
  readonly from: string;
  readonly staff: { readonly badgeNumber: string };
}

async function leavesOf(play: Play, who: Member, filter: string): Promise<SeenLeave[]> {
  const show = 'id status from staff { badgeNumber }';
  const seen = await listed<SeenLeave>(play, who, 'leaves', `first: 30, filter: { ${filter} }`, show);
  return [...seen].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ from, staff }: SeenLeave): string => `${from} ${staff.badgeNumber}`;

/** The person writes down what has to be known; who deputises at their window accepts it. */
async function handOver({ gateway, hall }: Play, who: Member, leaveId: string): Promise<void> {
  await gateway.act(who, 'prepareHandover', { leaveId, notes: '未办结事项见待办清单' });
  for (const { deputy } of hall.windows.filter(({ lead }) => lead === who))
    await gateway.act(deputy, 'acceptHandover', leaveId);
}

/** Some ask for leave on one of the next days; some change their mind. */
export async function takeLeave(play: Play): Promise<void> {
  const { gateway, hall, day } = play;
  for (const who of hall.officers) {
    const here = partOf(play, 'leave', who.account);
    if (happens(here, 'requestLeave', 8)) {
      const date = addDays(day, here.choices.between(1, 3));
      const [from, to] = here.choices.one(spans).map((time) => instantAt(date, time).toISOString());
      const said = { kind: here.choices.one(kinds), from, to, reason: '因事请假' };
      const leave = await gateway.act(who, 'requestLeave', said);
      if (leave !== undefined && here.choices.inHundred(90)) await handOver(play, who, String(leave['id']));
    }
    for (const { id } of await ownLeaves(here, who))
      if (happens(here, 'cancelLeave', 6)) await gateway.act(who, 'cancelLeave', id);
  }
}

const ownLeaves = (play: Play, who: Member): Promise<SeenLeave[]> =>
  leavesOf(play, who, `staffId: "${who.id}", from: "${play.gateway.now.toISOString()}"`);

/** Some are back before their leave ends, and say so. */
export async function returnFromLeave(play: Play): Promise<void> {
  for (const who of play.hall.officers) {
    const here = partOf(play, 'return', who.account);
    for (const { id, status } of await ownLeaves(here, who))
      if (status === 'ACTIVE' && happens(here, 'endLeave', 40)) await play.gateway.act(who, 'endLeave', id);
  }
}

/** Whoever leads decides about what was asked for; some of it is not theirs to decide. */
export async function decideLeave(play: Play, who: Member): Promise<void> {
  const { gateway } = play;
  for (const { id, from, staff } of await leavesOf(play, who, 'onlyUndecided: true')) {
    const here = partOf(play, 'decide', from, staff.badgeNumber);
    if (happens(here, 'refuseLeave', 12)) await gateway.act(who, 'refuseLeave', { leaveId: id, reason: '人手不足' });
    else if (here.choices.inHundred(70)) await gateway.act(who, 'approveLeave', id);
  }
}

/** A leader names somebody who stands in at a window on the next day. */
export async function nameTemporary({ gateway, hall, choices, day }: Play, who: Member): Promise<void> {
  const [from, to] = ['08:00', '18:00'].map((time) => instantAt(addDays(day, 1), time).toISOString());
  const { id: staffId } = choices.one(hall.officers);
  const { postId } = choices.one(hall.windows);
  await gateway.act(who, 'appointTemporary', { postId, staffId, from, to, reason: '人手不足' });
}
