import { addDays, addMonths, hallCalendar, plainDate, yearMonth } from '@hall/kernel';
import type { PlainDate } from '@hall/kernel';
import { itemsOf } from '../items';
import type { Member } from '../people';
import { happens } from '../play';
import type { Play } from '../play';

/** Items change: one gets a new version, one is retired, one is drafted and published for a later day. */
export async function keepCatalogue(play: Play, who: Member): Promise<void> {
  const { gateway, hall, choices, day } = play;
  const department = choices.one(hall.departments);
  const others = hall.departments.map(({ id }) => id).filter((id) => id !== department.id);
  const [, short, licence] = itemsOf(department, others);
  const amount = choices.between(3, 9);
  if (happens(play, 'reviseServiceItem', 50)) {
    await gateway.act(who, 'reviseServiceItem', { ...licence, promisedLimit: { amount, unit: 'WORKING_DAY' } });
    return;
  }
  const code = `${department.code}-D${day.replaceAll('-', '')}`;
  await gateway.act(who, 'draftServiceItem', { ...short, code, name: `新事项 ${code}` });
  const validFrom = !happens(play, 'retireServiceItem', 50) ? addDays(day, choices.between(1, 5)) : undefined;
  await gateway.act(who, 'publishServiceItem', { code, ...(validFrom && { validFrom }) });
  if (validFrom === undefined) await gateway.act(who, 'retireServiceItem', { code, reason: '并入其他事项' });
}

/** In the middle of the play a day off is announced that nobody had counted with, and a weekend day is worked for it. */
export async function changeCalendar(play: Play, who: Member): Promise<void> {
  const { gateway, hall, memory, calendar, day, daysPlayed, daysToPlay } = play;
  if (memory.isCalendarChanged || daysPlayed + 1 < daysToPlay / 2) return;
  const year = Number(day.slice(0, 4));
  const off = calendar.addWorkdays(day, 2);
  let makeUp = addDays(off, 1);
  while (calendar.isWorkday(makeUp) || off.slice(0, 4) !== makeUp.slice(0, 4)) makeUp = addDays(makeUp, 1);
  const { holidays = [] } = hallCalendar.years.find((known) => known.year === year) ?? {};
  const days = (kind: 'off' | 'makeUp'): PlainDate[] => [...new Set(holidays.flatMap((each) => each[kind]))];
  const said = {
    hallCode: hall.code,
    year,
    noticeReference: '区府办〔2026〕9号',
    offDays: [...days('off'), off].sort(),
    makeUpDays: [...days('makeUp'), makeUp].sort(),
  };
  if (await gateway.act(who, 'publishCalendarYear', said)) memory.isCalendarChanged = true;
}

/** The month that is over is handed in; once it was, nobody can again. */
export async function reportMonth({ gateway, day, choices }: Play, who: Member): Promise<void> {
  const month = addMonths(yearMonth(day.slice(0, 7)), choices.inHundred(85) ? -1 : 0);
  await gateway.act(who, 'submitMonthlyCaseReport', { month, remark: '按时报送' });
}

/** Guides that lie at a window are counted. */
export async function countGuides({ gateway, hall, choices }: Play, who: Member, windowId: string): Promise<void> {
  const said = { windowId, itemId: choices.one(hall.items).id, copies: choices.between(0, 60) };
  await gateway.act(who, 'countGuides', said);
}

/** What is looked at in a hall all day by those who lead it, count it, or wait in it. */
export async function lookAround(play: Play): Promise<void> {
  const { gateway, hall, choices, day } = play;
  const month = day.slice(0, 7);
  const windowId = choices.one(hall.windows).id;
  await gateway.see(
    hall.leader,
    `query ($windowId: ID!, $month: YearMonth!) {
      alerts(first: 20) { edges { node { kind recipient subject case { number } responsible { name } } } }
      complaintAlerts(first: 20) { edges { node { kind recipient complaint { number } responsible { name } } } }
      workload(windowId: $windowId) { open dueToday dueSoon overdue paused }
      monthlyCaseReport(month: $month) { status recountAgrees rows { received decided late department { name } } }
      ratingFigures(month: $month) { rated levels } guideOrders(first: 10) { edges { node { item { name } owner { name } } } }
      discretionaryActs(first: 10, month: $month) { edges { node { kind reason officer { name } } } } }`,
    { windowId, month },
  );
  await gateway.see(
    hall.analyst,
    `query ($month: YearMonth!) { complaintStatistics(input: { month: $month, measures: [RECEIVED, CLOSED, LATE, ON_TIME_RATE], groupBy: [GROUND] }) {
      rows { keys { value } figures { measure value } } } }`,
    { month },
  );
  await gateway.see(
    choices.one(hall.applicants),
    `query ($code: ID!) { board(hallCode: $code) { at items { name } ready { number windowNumber } windows { number status } } }`,
    { code: hall.code },
  );
  await gateway.see(
    hall.office,
    `query { trainings(first: 10, from: "${plainDate(`${month}-01`)}", to: "${day}") { edges { node { topic attendees { name } } } } }`,
  );
}
