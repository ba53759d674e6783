import { instantAt } from '@hall/kernel';
import { answerTelephone, endOwnContacts, readMessages, takeFromDesk, takeReferrals } from './acts/contacts';
import { arrive, comeBack, fallIll, goHome, leaveForLunch, reportTheSick, stepOut } from './acts/attendance';
import { spendTheEvening } from './acts/applicants';
import { workOnOwn } from './acts/cases';
import { complain, handleComplaints } from './acts/complaints';
import { hearAndDecide, inspect, reviseRules, train } from './acts/conduct';
import { decideLeave, nameTemporary, returnFromLeave, takeLeave } from './acts/leave';
import { joinIn, lead, reportUpwards } from './acts/leaders';
import { makeMistakes } from './acts/mistakes';
import { changeCalendar, countGuides, keepCatalogue, lookAround, reportMonth } from './acts/office';
import { comeToWindow, openLetters } from './acts/visits';
import { dutiesOf, happens, partOf } from './play';
import type { Play } from './play';

type Part = (play: Play) => Promise<void>;

/** Windows with whoever is on duty there: letters first thing in the morning. */
const letters: Part = async (play) => {
  const duties = await dutiesOf(play);
  for (const window of play.hall.windows)
    await openLetters(partOf(play, 'letter', play.hall.windows.indexOf(window)), window, duties.get(window.id));
};

/** Half an hour at all windows and at the desk: who comes is served, then each goes on with what they answer for. */
const openWindows: Part = async (play) => {
  const duties = await dutiesOf(play);
  for (const [n, window] of play.hall.windows.entries()) {
    const onDuty = duties.get(window.id);
    const here = partOf(play, 'window', n);
    await comeToWindow(here, window, onDuty);
    if (onDuty === undefined) continue;
    await takeReferrals(here, window.id, onDuty);
    await workOnOwn(here, onDuty);
    if (here.choices.inHundred(25)) await joinIn(here, onDuty);
    if (here.choices.inHundred(35)) await endOwnContacts(here, onDuty);
    if (here.choices.inHundred(20)) await readMessages(here, onDuty);
    if (happens(here, 'reportMajorMatter', 3)) await reportUpwards(here, onDuty);
    if (happens(here, 'countGuides', 4)) await countGuides(here, onDuty, window.id);
  }
  for (const [n, desk] of play.hall.desks.entries()) {
    const here = partOf(play, 'desk', n);
    await answerTelephone(here, desk);
    await takeFromDesk(here, desk);
    if (here.choices.inHundred(8)) await complain(here, desk, here.choices.one(['PHONE', 'LETTER', 'VISIT']));
    await handleComplaints(here, desk);
  }
};

const leadDepartments: Part = async (play) => {
  for (const { head, code } of play.hall.departments) {
    const here = partOf(play, 'head', code);
    await lead(here, head);
    if (here.choices.inHundred(40)) await inspect(here, head);
    await hearAndDecide(here, head);
    await decideLeave(here, head);
  }
};

const leadCentre: Part = async (play) => {
  const { leader, office } = play.hall;
  await lead(play, leader);
  await hearAndDecide(play, leader);
  await decideLeave(play, leader);
  if (happens(play, 'appointTemporary', 10)) await nameTemporary(play, leader);
  await handleComplaints(play, office);
  await handleComplaints(play, leader);
  await lookAround(play);
};

const workInTheOffice: Part = async (play) => {
  const { office } = play.hall;
  if (play.choices.inHundred(40)) await keepCatalogue(play, office);
  if (happens(play, 'reviseConductRule', 25)) await reviseRules(play, office);
  if (happens(play, 'recordTraining', 30)) await train(play, office);
  if (play.choices.inHundred(25) || play.daysPlayed === 0) await reportMonth(play, office);
  await changeCalendar(play, office);
};

/** What happens at an hour of the day. */
interface Hour {
  readonly at: string;
  readonly parts: Readonly<Record<string, Part>>;
}

/** A working day by the hour. */
export const dayHours: readonly Hour[] = [
  { at: '08:12', parts: { early: arrive('EARLY') } },
  { at: '08:26', parts: { unprepared: arrive('UNPREPARED'), sick: reportTheSick } },
  { at: '08:45', parts: { late: arrive('LATE') } },
  { at: '09:00', parts: { letters, windows: openWindows } },
  { at: '09:20', parts: { muchLater: arrive('MUCH_LATER'), office: workInTheOffice } },
  { at: '09:40', parts: { windows: openWindows, ill: fallIll, leave: takeLeave, out: stepOut } },
  { at: '10:20', parts: { back: returnFromLeave, windows: openWindows, heads: leadDepartments } },
  { at: '11:00', parts: { windows: openWindows, ill: fallIll, centre: leadCentre } },
  { at: '11:32', parts: { lunch: leaveForLunch } },
  { at: '13:20', parts: { back: comeBack } },
  { at: '13:45', parts: { windows: openWindows, mistakes: makeMistakes } },
  { at: '14:30', parts: { back: returnFromLeave, windows: openWindows, heads: leadDepartments, ill: fallIll } },
  { at: '15:15', parts: { windows: openWindows, centre: leadCentre } },
  { at: '16:00', parts: { windows: openWindows, ill: fallIll } },
  { at: '16:40', parts: { windows: openWindows, mistakes: makeMistakes } },
  { at: '17:05', parts: { home: goHome } },
  { at: '20:00', parts: { evening: spendTheEvening } },
];

/** Plays one day. @param onHour told when an hour is over */
export async function playDay(play: Play, onHour: (at: string) => void): Promise<void> {
  for (const { at, parts } of dayHours) {
    await play.gateway.moveClock(instantAt(play.day, at));
    for (const [name, part] of Object.entries(parts)) {
      await part(partOf(play, play.day, at, name));
      await play.gateway.settle();
    }
    onHour(at);
  }
}
