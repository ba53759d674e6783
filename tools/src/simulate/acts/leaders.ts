import type { Member } from '../people';
import { listed } from '../play';
import type { Play } from '../play';
import { caseShown, inOrder, workOn } from './cases';
import type { SeenCase } from './cases';

/** A head, or the leader of the centre, looks at the department: cases that run out, refusals that were reported, what waits for an answer. */
export async function lead(play: Play, who: Member): Promise<void> {
  const { gateway, choices } = play;
  // Heads see the whole hall, and lead their own department.
  const own = who.role === 'SECTION_HEAD' ? `departmentId: "${who.departmentId}"` : '';
  const open = await listed<SeenCase>(
    play,
    who,
    'cases',
    `first: 8, orderBy: MOST_URGENT, filter: { ${own} }`,
    caseShown,
  );
  for (const one of choices.some(inOrder(open), 50)) await workOn(play, who, one, 40);
  const ended = '[NOT_ACCEPTED, DECIDED, COMPLETED]';
  const rejected = await listed<SeenCase>(
    play,
    who,
    'cases',
    `first: 8, filter: { ${own} status: ${ended} }`,
    caseShown,
  );
  for (const { rejection } of inOrder(rejected)) {
    if (rejection?.readAt === null && choices.inHundred(60))
      await gateway.act(who, 'acknowledgeRejection', rejection.number);
  }
  const tasks = await listed<{ case: SeenCase | null }>(play, who, 'jointTasks', 'first: 6', `case { ${caseShown} }`);
  for (const { case: one } of tasks) if (one && choices.inHundred(40)) await workOn(play, who, one, 60);
  await answer(play, who);
}

async function answer(play: Play, who: Member): Promise<void> {
  const { gateway, choices } = play;
  const ratings = await listed<{ id: string }>(play, who, 'ratings', 'first: 5, onlyToAnswer: true', 'id');
  for (const { id: ratingId } of choices.some(ratings, 50)) {
    const finding = choices.one(['CONFIRMED', 'NOT_CONFIRMED']);
    await gateway.act(who, 'answerRating', { ratingId, finding, measures: '已约谈并整改' });
  }
  const matters = await listed<{ id: string }>(play, who, 'majorMatters', 'first: 5, onlyOpen: true', 'id');
  for (const { id: majorMatterId } of choices.some(matters, 60)) {
    await gateway.act(who, 'answerMajorMatter', { majorMatterId, answer: '按预案处理' });
  }
}

/** An officer of a participating department finds its parts of joint cases, and takes them or speaks for it. */
export async function joinIn(play: Play, who: Member): Promise<void> {
  const tasks = await listed<{ case: SeenCase | null }>(play, who, 'jointTasks', 'first: 5', `case { ${caseShown} }`);
  const cases = inOrder(tasks.flatMap(({ case: one }) => one ?? []));
  for (const one of play.choices.some(cases, 30)) await workOn(play, who, one, 20);
}

const kinds = ['GROUP_DEMAND', 'INJURY_OR_THREAT', 'MONEY', 'SYSTEM_OUTAGE', 'MEDIA_PRESENT', 'SUSPECTED_FRAUD'];

/** Something happens at a window that superiors must know of. */
export async function reportUpwards(play: Play, who: Member): Promise<void> {
  const { gateway, memory, choices } = play;
  const matters = [...memory.matters.values()];
  const caseId = matters.length > 0 && choices.inHundred(40) ? choices.one(matters).id : undefined;
  const said = {
    kind: choices.one(kinds),
    facts: '窗口发生重大情况，请示处理',
    ...(caseId !== undefined && { caseId }),
  };
  await gateway.act(who, 'reportMajorMatter', said);
}
