import type { Member } from '../people';
import { happens, partOf, placeOf } from '../play';
import type { Play } from '../play';

const ready = ['CLEAN', 'SEALS', 'FORMS', 'MATERIALS', 'ONLINE', 'BADGE'];

/** How somebody's morning goes. */
type Morning = 'EARLY' | 'UNPREPARED' | 'LATE' | 'MUCH_LATER' | 'REPORTED' | 'MISSING';
const mornings: readonly (readonly [Morning, number])[] = [
  ['EARLY', 74],
  ['UNPREPARED', 7],
  ['LATE', 6],
  ['MUCH_LATER', 4],
  ['REPORTED', 5],
  ['MISSING', 4],
];

const whoHas = (play: Play, morning: Morning): Member[] =>
  play.hall.officers.filter(({ account }) => partOf(play, 'morning', account).choices.weighted(mornings) === morning);

/** Those whose morning is like that come, and check in; some have forgotten something and try again. */
export function arrive(morning: Morning) {
  return async (play: Play): Promise<void> => {
    for (const member of whoHas(play, morning)) await checkIn(partOf(play, 'arrive', member.account), member);
  };
}

async function checkIn({ gateway, hall, memory, choices }: Play, member: Member): Promise<void> {
  const { id: windowId, postId } = placeOf(hall, member);
  if (choices.inHundred(4)) await gateway.act(member, 'checkIn', { windowId, checklist: ready.slice(0, 4) });
  if (choices.inHundred(20)) await gateway.act(member, 'acknowledgeDuties', postId);
  const done = await gateway.act(member, 'checkIn', { windowId, checklist: ready }, 'mark');
  if (done) memory.present.set(member.account, { member, windowId });
}

/** Who called in sick is reported by the head. */
export async function reportTheSick(play: Play): Promise<void> {
  for (const member of whoHas(play, 'REPORTED')) await reportAbsence(play, member, '早晨来电请病假');
}

async function reportAbsence(play: Play, member: Member, reason: string): Promise<void> {
  const { gateway, hall, memory } = play;
  await oneAfterTheOther(play);
  const head = hall.departments.find(({ id }) => id === member.departmentId)!.head;
  await gateway.act(head, 'reportAbsence', { staffId: member.id, reason });
  memory.present.delete(member.account);
}

/** Somebody falls ill at work now and then, or goes away without a word until they are missed. */
export async function fallIll(play: Play): Promise<void> {
  const ill = play.choices.of('ill', play.gateway.now.toISOString()).some([...play.memory.present.values()], 1);
  for (const { member, windowId } of ill) {
    await reportAbsence(play, member, '突发不适，离开岗位');
    if (!happens(partOf(play, 'dispute', member.account), 'disputeAbsence', 10)) continue;
    await oneAfterTheOther(play);
    const said = { staffId: member.id, reason: '只是去取件' };
    if (await play.gateway.act(member, 'disputeAbsence', said))
      play.memory.present.set(member.account, { member, windowId });
  }
}

/** Somebody leaves the post for a moment and says so, and is back. */
export async function stepOut(play: Play): Promise<void> {
  for (const { member } of play.choices.of('out').some([...play.memory.present.values()], 4)) {
    await oneAfterTheOther(play);
    await play.gateway.act(member, 'leavePost', { reason: '到二楼取件' });
    await oneAfterTheOther(play);
    await play.gateway.act(member, 'returnToPost');
  }
}

/** Some go out at noon and say so; they come back. */
export async function leaveForLunch(play: Play): Promise<void> {
  await leave(play, 'lunch', 25);
}

/** Most sign off in the evening; some forget. */
export async function goHome(play: Play): Promise<void> {
  await leave(play, 'home', 92);
  play.memory.present.clear();
}

/** No two go at the same instant: whoever holds a post for no time at all is in nobody's history. */
async function oneAfterTheOther({ gateway }: Play): Promise<void> {
  await gateway.moveClock(new Date(gateway.now.getTime() + 15_000));
}

async function leave(play: Play, when: string, percent: number): Promise<void> {
  for (const { member } of play.choices.of(when).some([...play.memory.present.values()], percent)) {
    await oneAfterTheOther(play);
    await play.gateway.act(member, 'checkOut');
    play.memory.present.delete(member.account);
  }
}

/** Whoever is away without being ill comes back, or comes in at last. */
export async function comeBack(play: Play): Promise<void> {
  const away = [...whoHas(play, 'EARLY'), ...whoHas(play, 'UNPREPARED')].filter(
    ({ account }) => !play.memory.present.has(account),
  );
  for (const member of play.choices.of('back').some(away, 85))
    await checkIn(partOf(play, 'back', member.account), member);
}
