import { done, isRefused, plainDate } from '@hall/kernel';
import type { CommitmentStatus, Outcome } from '@hall/kernel';
import fc from 'fast-check';
import { acceptedCase, at, item, lead, now, stepAt, taskOf } from '../../../test/support/case-fixtures';
import { accepted, statusAfterCheck } from './accept-case';
import { allowedActions, refuseUnlessAllowed } from './allowed-actions';
import { actedOn, caseActs, openStatuses, untouched } from './case';
import type { Case, CaseActionName } from './case';
import { applyDeferral, applyExtension, applyPause, applyResume } from './change-commitment';
import { belongsOnNotice, findDefects, foundDefects } from './check-materials';
import type { Defect, NewDefect, OpenDefect } from './check-materials';
import { applyDecision, applyDelivery, applyDeliveryChoice, applySubstitute } from './complete-case';
import { clockMoves, concludeCheck, pausedAfter } from './conclude-check';
import { applySpotCorrection, applySupply } from './correct-materials';
import { applyDecline, applyReturn, applyWithdrawal } from './end-case';
import { applyOpinion, applyTaking, openOpinions } from './joint';
import type { JointTask } from './joint';
import { permitSecondNotice, withEverythingUntold } from './notices';
import { refuseStandstill } from './standstill';
import { applyStep } from './steps';
import type { CaseStep } from './steps';
import { mayBecome } from './transitions';
import { refuse } from '../refusals';

/*
 * A case as a machine: every act, in every order that chance has, with papers that are missing, wrong, or wrong on the spot. What
 * the acts do with rows is what the use cases do with them.
 */

interface Machine {
  readonly current: Case;
  readonly open: readonly OpenDefect[];
  readonly notices: readonly string[];
  /** Those of them that were handed over. */
  readonly told: readonly string[];
  readonly steps: readonly CaseStep[];
  readonly tasks: readonly JointTask[];
  /** Whether the ledger says that the clock stands still. */
  readonly stands: boolean;
}
/** What chance says about one act. */
interface Chance {
  readonly n: number;
  readonly yes: boolean;
  readonly findings: readonly Defect[];
  readonly materials: readonly string[];
}

const limit = { amount: 5, unit: 'WORKING_DAY' } as const;
const running = { kind: 'STATUS', state: 'RUNNING', dueAt: at('2026-12-01T17:00:00') } as CommitmentStatus;
const term = { status: running, extendedBefore: false, promised: limit, statutory: null, legalExtension: null };
let sequence = 0;
const kept = (found: readonly NewDefect[]): OpenDefect[] => found.map((each) => ({ ...each, sequence: ++sequence }));

/** The clock after the ledger's lines, which must be possible: nothing stops what stands, or starts what runs. */
function ledger(stands: boolean, moves: readonly { readonly kind: string }[]): boolean {
  return moves.reduce((still, { kind }) => {
    if ((kind === 'PAUSE') === still) throw new Error(`${kind} while ${still ? 'paused' : 'running'}`);
    return kind === 'PAUSE';
  }, stands);
}

function concluded(machine: Machine, next: Case, open: readonly OpenDefect[], notices = machine.notices): Machine {
  const { isComplete, own, next: after } = concludeCheck(machine.current, next, open, now);
  const current = isComplete ? accepted(after, lead, now) : after;
  return { ...machine, current, open, notices, stands: ledger(machine.stands, own) };
}

function acted(machine: Machine, outcome: Outcome<Case>, more: Partial<Machine> = {}): Outcome<Machine> {
  if (isRefused(outcome)) return outcome;
  const moves = clockMoves(machine.current.pausedOn, outcome.value.pausedOn, now);
  const isOver = outcome.value.decision !== machine.current.decision || !openStatuses.includes(outcome.value.status);
  return done({ ...machine, current: outcome.value, stands: isOver ? false : ledger(machine.stands, moves), ...more });
}

/** A notice must have a number that no notice of the case had before. */
function numbered(notices: readonly string[], nth: number): readonly string[] {
  const number = `B${nth}`;
  if (notices.includes(number)) throw new Error(`two notices are ${number}`);
  return [...notices, number];
}

/** Mostly what was found in these papers, sometimes what nobody could have found. */
const ofThese = (materials: readonly string[], n: number, findings: readonly Defect[]): readonly Defect[] =>
  findings.filter(({ materialCode }) => n % 5 === 0 || materials.includes(materialCode));

const acts: Readonly<Record<CaseActionName, (machine: Machine, chance: Chance) => Outcome<Machine>>> = {
  checkMaterials(machine, { n, materials, ...said }) {
    const findings = ofThese(materials, n, said.findings);
    const refused = refuseUnlessAllowed(machine.current, 'checkMaterials');
    if (refused) return refused;
    const found = findDefects(item.current.materials, { situations: [], materials, findings });
    if (isRefused(found)) return found;
    const isTold = found.value.some(belongsOnNotice);
    const notices = isTold ? numbered(machine.notices, 1) : machine.notices;
    const open = kept(foundDefects(found.value, { noticeNumber: isTold ? 'B1' : null, foundById: 'A' }));
    return done(concluded(machine, actedOn(machine.current, lead, {}), open, notices));
  },
  correctOnSpot(machine, { n }) {
    const outcome = applySpotCorrection(machine.current, lead, machine.open, ['ID', 'FORM'][n % 2]!);
    return isRefused(outcome) ? outcome : done(concluded(machine, outcome.value.next, outcome.value.left));
  },
  supplyCorrection(machine, { n, yes, ...said }) {
    const asked = machine.open.filter(belongsOnNotice).map(({ materialCode }) => materialCode);
    const materials = yes && asked.length > 0 ? [asked[n % asked.length]!] : said.materials;
    const findings = ofThese(materials, n, said.findings);
    const outcome = applySupply(machine.current, lead, machine.open, { materials, findings });
    if (isRefused(outcome)) return outcome;
    const found = foundDefects(findings, { noticeNumber: null, foundById: 'A', newlySupplied: true });
    return done(concluded(machine, outcome.value.next, [...outcome.value.left, ...kept(found)]));
  },
  issueSecondNotice(machine, { n, yes, findings }) {
    const { current, open } = machine;
    const ground = (['NEWLY_SUPPLIED', 'CHANGED_LAW', 'OMISSION'] as const)[n % 3]!;
    const second = withEverythingUntold({ ground, basis: '《条例草案》第三条', defects: findings }, open);
    const permitted = permitSecondNotice(current, second, { open, noticesBefore: machine.notices.length, byHead: yes });
    if (isRefused(permitted)) return permitted;
    const nth = machine.notices.length + 1;
    const isRenamed = (it: OpenDefect): boolean =>
      it.newlySupplied && second.defects.some(({ materialCode }) => materialCode === it.materialCode);
    const named = foundDefects(second.defects, {
      noticeNumber: `B${nth}`,
      foundById: 'A',
      pausing: permitted.value.pausing,
    });
    const left = [...open.filter((it) => !isRenamed(it)), ...kept(named)];
    const pausedOn = pausedAfter(current, statusAfterCheck(left).pausedOn);
    const status = current.acceptedAt ? 'IN_PROGRESS' : 'AWAITING_CORRECTION';
    const more = { open: left, notices: numbered(machine.notices, nth) };
    return acted(machine, done(actedOn(current, lead, { status, pausedOn })), more);
  },
  deliverNotice(machine) {
    const { current, notices, told } = machine;
    const number = notices.find((each) => !told.includes(each));
    if (number === undefined) return refuse('NOTICE_DELIVERED');
    return (
      refuseUnlessAllowed(current, 'deliverNotice') ??
      acted(machine, done(actedOn(current, lead, {})), { told: [...told, number] })
    );
  },
  declineCase: (machine, { n }) =>
    acted(
      machine,
      applyDecline(
        machine.current,
        lead,
        {
          reason: (['NOT_REQUIRED_BY_LAW', 'INCOMPLETE_AFTER_NOTICE', 'NOT_IN_HALL'] as const)[n % 3]!,
          explanation: 'e',
          referToBody: null,
          referToWindowId: null,
        },
        machine.notices.length > 0,
      ),
    ),
  passStep(machine) {
    const outcome = applyStep(machine.current, lead, machine.steps, now);
    if (isRefused(outcome)) return outcome;
    const { current, passed, next } = outcome.value;
    const steps = machine.steps.map((step) => [passed, next].find((each) => each?.id === step.id) ?? step);
    return acted(machine, done(current), { steps });
  },
  takeJointTask(machine, { n }) {
    const task = machine.tasks[n % machine.tasks.length];
    const outcome = applyTaking(machine.current, { ...lead, departmentId: 'd' }, task, now);
    if (isRefused(outcome)) return outcome;
    const { current, taken } = outcome.value;
    return acted(machine, done(current), { tasks: machine.tasks.map((each) => (each.id === taken.id ? taken : each)) });
  },
  giveOpinion(machine, { n, yes }) {
    const { current, tasks } = machine;
    const said = { tasks, taskId: String(n % tasks.length), agreed: yes, opinion: 'o', now };
    const outcome = applyOpinion(current, { ...lead, departmentId: 'd' }, said);
    if (isRefused(outcome)) return outcome;
    const { given, opened } = outcome.value;
    const changed = tasks.map((each) => [given, ...opened].find(({ id }) => id === each.id) ?? each);
    return acted(machine, done(outcome.value.current), { tasks: changed });
  },
  pauseCommitment(machine, { n, yes }) {
    const ground = (['HEARING', 'APPRAISAL', 'AWAITING_CORRECTION'] as const)[n % 3]!;
    const outcome = applyPause(machine.current, lead, { ground, status: running });
    const evidence = yes ? '听证通知书第1号' : '1';
    const said = { ground, evidence, body: null, expectedEnd: plainDate('2026-12-31') };
    return isRefused(outcome) ? outcome : (refuseStandstill(said, now, 90) ?? acted(machine, outcome));
  },
  resumeCommitment: (machine) => acted(machine, applyResume(machine.current, lead)),
  extendCommitment: (machine, { n }) =>
    acted(machine, applyExtension(machine.current, lead, { ...term, workingDays: 1 + (n % 8) } as never)),
  deferInstantCase: (machine, { n }) => acted(machine, applyDeferral(machine.current, lead, n % 4 === 0)),
  decideCase: (machine, { yes: approved }) =>
    acted(
      machine,
      applyDecision(machine.current, lead, {
        approved,
        grounds: 'g',
        now,
        openOpinions: machine.current.handlingType === 'JOINT' ? openOpinions(machine.tasks).map(({ id }) => id) : [],
      }),
    ),
  substituteWindow: (machine, { n }) => acted(machine, applySubstitute(machine.current, lead, ['w', 'v'][n % 2]!, [])),
  reissueSlip: (machine) =>
    refuseUnlessAllowed(machine.current, 'reissueSlip') ?? acted(machine, done(actedOn(machine.current, lead, {}))),
  chooseDelivery: (machine, { n, yes }) =>
    acted(machine, applyDeliveryChoice(machine.current, yes ? lead : null, n % 3 === 0 ? 'POST' : 'WINDOW', now)),
  deliverResult: (machine, { n, yes }) =>
    acted(
      machine,
      applyDelivery(machine.current, lead, {
        window: { id: ['w', 'v'][n % 2]! },
        ownWindowNumber: '1',
        identityChecked: yes,
        method: n % 3 === 0 ? 'POST' : 'WINDOW',
        trackingNumber: yes ? 'EM123456789CN' : null,
        now,
      }),
    ),
  withdrawCase: (machine, { yes }) => acted(machine, applyWithdrawal(machine.current, yes ? lead : null)),
};

/** What the law does by itself. */
const bySystem: Readonly<Record<'CHECK' | 'CORRECTION', (machine: Machine) => Machine>> = {
  CHECK: (machine) =>
    machine.current.status === 'RECEIVED'
      ? { ...machine, open: [], current: accepted(machine.current, null, machine.current.receivedAt) }
      : machine,
  CORRECTION: (machine) =>
    machine.current.status === 'AWAITING_CORRECTION' &&
    machine.current.pausedOn === 'AWAITING_CORRECTION' &&
    machine.told.length > 0
      ? { ...machine, current: applyReturn(machine.current), stands: false }
      : machine,
};

function received(handlingType: Case['handlingType']): Machine {
  const current: Case = { ...acceptedCase, ...untouched, handlingType, status: 'RECEIVED', version: 1 };
  return {
    current,
    open: [],
    notices: [],
    told: [],
    steps: [stepAt(1), stepAt(2)],
    tasks: [taskOf(0), taskOf(1)],
    stands: false,
  };
}

const findings = fc.uniqueArray(
  fc.record({
    materialCode: fc.constantFrom('ID', 'FORM'),
    kind: fc.constantFrom('ON_SPOT' as const, 'WRONG_CONTENT' as const, 'NOT_LEGAL_FORM' as const),
    explanation: fc.constant('e'),
  }),
  { selector: ({ materialCode }) => materialCode, maxLength: 2 },
);
const chance = fc.record({
  n: fc.nat(1000),
  yes: fc.boolean(),
  findings,
  materials: fc.oneof(
    { weight: 3, arbitrary: fc.constant(['ID', 'FORM']) },
    { weight: 1, arbitrary: fc.subarray(['ID', 'FORM', 'PROXY']) },
    { weight: 3, arbitrary: fc.constantFrom(['ID'], ['FORM']) },
  ),
});
const names = Object.keys(caseActs) as CaseActionName[];
const deadlines = ['CHECK', 'CORRECTION'] as const;
/** Mostly one of what the case admits, sometimes anything; and now and then time passes. */
const moves = fc.array(fc.record({ pick: fc.nat(1000), anything: fc.nat(9), law: fc.nat(30), chance }), {
  minLength: 1,
  maxLength: 25,
});

test('S1.1c S3.4b S4.1b S4.2c: whatever is done with a case in whatever order: no fault, no way but those of the table, accepted and over for good', () => {
  fc.assert(
    fc.property(fc.constantFrom('PROMISED' as const, 'INSTANT' as const, 'JOINT' as const), moves, (type, all) => {
      let machine = received(type);
      for (const { pick, anything, law, chance: said } of all) {
        const before = machine;
        const admitted = allowedActions(before.current);
        const isAny = anything === 0 || admitted.length === 0;
        const name = isAny ? names[pick % names.length]! : admitted[pick % admitted.length]!;
        const deadline = deadlines[law];
        const outcome = deadline ? done(bySystem[deadline](before)) : acts[name](before, said);
        if (!deadline && !admitted.includes(name)) expect([name, outcome.kind]).toEqual([name, 'REFUSED']);
        if (isRefused(outcome)) {
          expect(outcome.refusal.code).toMatch(/^[A-Z_]+$/);
          continue;
        }
        machine = outcome.value;
        const { current } = machine;
        expect([name, before.current.status, current.status, mayBecome(before.current, current)]).toEqual([
          name,
          before.current.status,
          current.status,
          true,
        ]);
        if (openStatuses.includes(current.status) && current.status !== 'DECIDED')
          expect([name, current.pausedOn !== null]).toEqual([name, machine.stands]);
        // After acceptance a case waits for nobody's papers: it can always be decided, save for what others must say first.
        if (current.acceptedAt !== null && current.decision === null && current.status !== 'WITHDRAWN')
          expect([name, allowedActions(current)]).toEqual([name, expect.arrayContaining(['decideCase'])]);
      }
    }),
    { numRuns: 3_000 },
  );
});
