import { addDays, instantAt } from '@hall/kernel';
import type { Member } from '../people';
import { happens, listed, partOf } from '../play';
import type { Play } from '../play';

const kinds = ['STUDY', 'OFFICIAL_TRIP', 'ANNUAL', 'SICK', 'PERSONAL'];
const spans = [
  ['09:00', '10:30'],
  ['10:00', '12:00'],
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

/** Some ask for leave on one of the next days; some change their mind, some come back before it ends. */
export async function takeLeave(play: Play): Promise<void> {
  const { gateway, hall, day } = play;
  for (const who of hall.officers) {
    const here = partOf(play, 'leave', who.account);
    if (happens(here, 'requestLeave', 5)) {
      const date = addDays(day, here.choices.between(1, 3));
      const [from, to] = here.choices.one(spans).map((time) => instantAt(date, time).toISOString());
      await gateway.act(who, 'requestLeave', { kind: here.choices.one(kinds), from, to, reason: '因事请假' });
    }
    for (const { id, status } of await leavesOf(
      here,
      who,
      `staffId: "${who.id}", from: "${gateway.now.toISOString()}"`,
    )) {
      if (status === 'APPROVED' && happens(here, 'cancelLeave', 8)) await gateway.act(who, 'cancelLeave', id);
      if (status === 'ACTIVE' && happens(here, 'endLeave', 40)) await gateway.act(who, 'endLeave', id);
    }
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
