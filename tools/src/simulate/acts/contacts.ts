import type { HallItem } from '../hall';
import type { Member, Person } from '../people';
import { listed, tryOne } from '../play';
import type { Act, Play } from '../play';

/** The ways in which whoever received somebody can go on: answer, refer, direct elsewhere, ask the desk, or forget. */
export function contactActs(contactId: string, windowId: string | undefined, item: HallItem): readonly Act<Member>[] {
  const itemId = item.id;
  return [
    {
      name: 'answerContact',
      weight: 50,
      does: async ({ gateway, choices }, who) => {
        const mode = choices.one(['ORAL', 'SHOWN', 'PRINTED']);
        const outcome = choices.inHundred(85) ? 'ANSWERED' : 'SERVED';
        await gateway.act(who, 'answerContact', { contactId, answer: '已一次性告知办理所需', outcome, itemId, mode });
      },
    },
    {
      name: 'referContact',
      weight: 20,
      does: async ({ gateway, hall, memory, choices }, who) => {
        const others = hall.windows.filter(({ id }) => id !== windowId);
        const right = others.filter(({ departmentId }) => departmentId === item.departmentId);
        const to = choices.one(right.length > 0 && choices.inHundred(85) ? right : others);
        const said = { contactId, toWindowId: to.id, reason: '属该窗口业务' };
        const contact = await gateway.act(who, 'referContact', said, 'referrals { id state }');
        const offered = (contact?.['referrals'] as { id: string; state: string }[] | undefined)?.find(
          ({ state }) => state === 'OFFERED',
        );
        if (offered) memory.referrals.push({ id: offered.id, toWindowId: to.id, at: gateway.now });
      },
    },
    {
      name: 'referOutside',
      weight: 8,
      does: async ({ gateway, choices }, who) => {
        const body = choices.inHundred(85) ? '区公证处 人民路12号 电话 010-65551234' : '不清楚';
        await gateway.act(who, 'referOutside', { contactId, body, answer: '请前往办理' });
      },
    },
    {
      name: 'referToDesk',
      weight: 10,
      does: async ({ gateway }, who) => {
        await gateway.act(who, 'referToDesk', { contactId, question: '不确定由哪个单位主管' });
      },
    },
    { name: 'forget', weight: 1, does: () => Promise.resolve() },
  ];
}

/** Whoever is on duty takes what was referred to their window, or lets it lie until it goes back. */
export async function takeReferrals(play: Play, windowId: string, onDuty: Member): Promise<void> {
  const { gateway, memory, choices } = play;
  const mine = memory.referrals.filter(({ toWindowId }) => toWindowId === windowId);
  memory.referrals = memory.referrals.filter(({ toWindowId }) => toWindowId !== windowId);
  for (const { id } of mine) {
    if (!choices.inHundred(70)) continue;
    const contact = await gateway.act(onDuty, 'acknowledgeReferral', id);
    const item = choices.one(play.hall.items);
    if (contact) await tryOne(play, onDuty, contactActs(contact['id'] as string, windowId, item));
  }
}

interface OpenContact {
  readonly id: string;
  readonly window: { readonly id: string } | null;
}

/** Somebody goes through the contacts that they answer for, and ends some of them. */
export async function endOwnContacts(play: Play, who: Member): Promise<void> {
  const open = await listed<OpenContact>(
    play,
    who,
    'openContacts',
    `first: 5, ownerId: "${who.id}"`,
    'id window { id }',
  );
  const item = play.choices.one(play.hall.items);
  for (const { id, window } of play.choices.some(open, 50))
    await tryOne(play, who, contactActs(id, window?.id, item), 20);
}

/** The desk takes what was asked of it. */
export async function takeFromDesk(play: Play, who: Member): Promise<void> {
  const waiting = await listed<OpenContact>(play, who, 'openContacts', 'first: 5, atDesk: true', 'id window { id }');
  const item = play.choices.one(play.hall.items);
  for (const { id, window } of play.choices.some(waiting, 70)) {
    const taken = await play.gateway.act(who, 'takeFromDesk', id);
    if (taken) await tryOne(play, who, contactActs(id, window?.id, item));
  }
}

/** The telephone rings at the desk: a question, or a message for somebody who is not there. */
export async function answerTelephone(play: Play, who: Member): Promise<void> {
  const { gateway, hall, choices } = play;
  if (!choices.inHundred(35)) return;
  gateway.tally.today.arrivals += 1;
  const caller = choices.one(hall.applicants);
  if (choices.inHundred(35)) {
    const forStaffId = choices.one(hall.officers).id;
    await gateway.act(who, 'takeMessage', { forStaffId, from: caller.name, phone: caller.phone, text: '请回电' });
    return;
  }
  const item = choices.one(hall.items);
  const said = { channel: 'PHONE', subject: '电话咨询', client: caller.phone, itemId: item.id };
  const contact = await gateway.act(who, 'recordContact', said);
  if (contact) await tryOne(play, who, contactActs(contact['id'] as string, undefined, item));
}

/** Whoever has messages reads them, now or later. */
export async function readMessages(play: Play, who: Person): Promise<void> {
  const messages = await listed<{ id: string; deliveredAt: string | null }>(
    play,
    who,
    'myMessages',
    'first: 5',
    'id deliveredAt',
  );
  const unread = messages.filter(({ deliveredAt }) => deliveredAt === null);
  for (const { id } of play.choices.some(unread, 60)) await play.gateway.act(who, 'readMessage', id);
}
