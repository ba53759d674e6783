import { createDeadline, plainDateOf, startOf } from '@hall/kernel';
import type { Counting, Deadline, DeadlineEvent, DeadlinePlan, DeadlineStart } from '@hall/kernel';
import type { ItemVersion } from '../catalogue/service-item';
import { movesWithItsCase, ownedBy } from '../deadlines/subjects';
import type { DeadlineSubject } from '../deadlines/subjects';
import type { Case } from './case';
import { pickupWindowOf } from './complete-case';
import type { JointTask } from './joint';
import { stepsOf } from './steps';
import type { CaseStep } from './steps';

/** What planning needs besides the things it plans for. */
export interface Planning {
  readonly counting: Counting;
  /** Within how many working days a notice is handed over (S4.3a), and answered (S4.3c). */
  readonly noticeDays: { readonly handOver: number; readonly correction: number };
  readonly now: Date;
  readonly newId: () => string;
}

/** The slip that the applicant takes home (受理单). */
export interface AcceptanceSlip {
  readonly number: string;
  readonly issuedAt: Date;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly pickupWindowId: string;
  /** Number of the slip whose code is printed: its own, or an earlier one's when only the date has moved. */
  readonly codeOf: string;
}

/** What acceptance brings about: the slip with its date, the first step, the parts of a joint case. */
export interface Handling {
  readonly slip: AcceptanceSlip | null;
  readonly steps: readonly CaseStep[];
  readonly tasks: readonly JointTask[];
  readonly deadlines: readonly Deadline[];
}

/**
 * Plans what acceptance brings about. An on-the-spot case gets no slip, because its result is handed over at once.
 *
 * @regulation S2.3a S3.4b S3.4d
 * @param own the case's own deadline, whose date is promised
 */
export function planHandling(accepted: Case, version: ItemVersion, own: Deadline, planning: Planning): Handling {
  const { sessions } = startOf(own.ledger);
  const ofSteps = planSteps(accepted, version, sessions, planning);
  const ofTasks = planTasks(accepted, version, sessions, planning);
  const isInstant = accepted.handlingType === 'INSTANT';
  return {
    slip: isInstant ? null : firstSlip(accepted, own.plan, planning.now),
    steps: ofSteps.steps,
    tasks: ofTasks.tasks,
    deadlines: [...ofSteps.deadlines, ...ofTasks.deadlines],
  };
}

/** The steps of a case, of which the first begins now, with its deadline. */
function planSteps(
  of: Case,
  { procedure }: ItemVersion,
  sessions: DeadlineStart['sessions'],
  planning: Planning,
): { readonly steps: readonly CaseStep[]; readonly deadlines: readonly Deadline[] } {
  const steps = stepsOf(procedure).map(({ name, limit }, place): CaseStep => ({
    id: planning.newId(),
    place: place + 1,
    name,
    limit,
    startedAt: place === 0 ? planning.now : null,
    passedAt: null,
    passedById: null,
    closedAt: null,
  }));
  const [first] = steps;
  if (!first || of.handlingType === 'INSTANT') return { steps: [], deadlines: [] };
  return { steps, deadlines: [partDeadline(of, { subject: 'STEP', ...first, sessions }, planning)] };
}

/** The parts of a joint case, of which those of the first stage begin now, with their deadlines. */
function planTasks(
  of: Case,
  { participants }: ItemVersion,
  sessions: DeadlineStart['sessions'],
  planning: Planning,
): { readonly tasks: readonly JointTask[]; readonly deadlines: readonly Deadline[] } {
  if (of.handlingType !== 'JOINT') return { tasks: [], deadlines: [] };
  const firstStage = Math.min(...participants.map(({ stage }) => stage));
  const planned = participants.map(({ departmentId, stage, limit }) => {
    const isOpen = stage === firstStage;
    const id = planning.newId();
    const deadline = partDeadline(of, { subject: 'JOINT_TASK', id, limit, sessions }, planning);
    const task: JointTask = {
      id,
      departmentId,
      stage,
      limit,
      state: isOpen ? 'OPEN' : 'WAITING',
      startedAt: isOpen ? planning.now : null,
      dueAt: isOpen ? deadline.plan.dueAt : null,
      takenById: null,
      takenAt: null,
      agreed: null,
      opinion: null,
      givenById: null,
      givenAt: null,
    };
    return { task, deadline, isOpen };
  });
  return {
    tasks: planned.map(({ task }) => task),
    deadlines: planned.filter(({ isOpen }) => isOpen).map(({ deadline }) => deadline),
  };
}

/**
 * A deadline of something that belongs to a case, starting now. A step or a part that begins while its case stands still stands
 * still from the first.
 *
 * @regulation A-30
 */
export function partDeadline(
  of: Case,
  part: {
    readonly subject: DeadlineSubject;
    readonly id: string;
    readonly limit: DeadlineStart['limit'];
    readonly sessions: DeadlineStart['sessions'];
  },
  { counting, now }: Pick<Planning, 'counting' | 'now'>,
): Deadline {
  const { subject, id, limit, sessions } = part;
  const start: DeadlineStart = { kind: 'START', at: now, limit, sessions };
  const ground = movesWithItsCase(subject) ? of.pausedOn : null;
  const ledger: DeadlineEvent[] = ground === null ? [start] : [start, { kind: 'PAUSE', at: now, ground }];
  return createDeadline({ hallCode: of.hallCode, id, subject, owner: ownedBy(of), ledger }, counting, now);
}

/** The first slip of a case, which says when it is done. */
export function firstSlip(of: Case, plan: DeadlinePlan, now: Date): AcceptanceSlip {
  const number = `${of.number}-1`;
  return slipWith(of, plan, { number, codeOf: number, now });
}

/** A slip in force: which of the case's slips it is, its date, and whose code it prints. */
export type SlipInForce = Pick<AcceptanceSlip, 'dueOn' | 'codeOf'> & { readonly nth: number };

/** A slip with a code of its own, in place of one that was lost: whoever has the other learns nothing any more. */
export function replacementSlip(
  of: Case,
  plan: DeadlinePlan,
  before: SlipInForce | undefined,
  now: Date,
): AcceptanceSlip {
  const number = `${of.number}-${(before?.nth ?? 0) + 1}`;
  return slipWith(of, plan, { number, codeOf: number, now });
}

/**
 * A slip with the new date when the date on the last one does not hold any more. It prints the same code: the applicant, who
 * is not at the counter, still sees the progress with the paper in hand. None while the clock stands still, because then
 * there is no date to write down; the slip follows when it goes on.
 *
 * @regulation S3.4b
 */
export function renewedSlip(
  of: Case,
  plan: DeadlinePlan,
  before: SlipInForce | undefined,
  now: Date,
): AcceptanceSlip | null {
  if (plan.dueAt === null || !before || before.dueOn === plainDateOf(plan.dueAt)) return null;
  return slipWith(of, plan, { number: `${of.number}-${before.nth + 1}`, codeOf: before.codeOf, now });
}

function slipWith(
  of: Case,
  { dueAt, provisional }: DeadlinePlan,
  { number, codeOf, now }: { readonly number: string; readonly codeOf: string; readonly now: Date },
): AcceptanceSlip {
  if (dueAt === null) throw new Error(`no date to promise for case ${of.id}`);
  return { number, codeOf, issuedAt: now, dueOn: plainDateOf(dueAt), provisional, pickupWindowId: pickupWindowOf(of) };
}
