import { done, isRefused } from '@hall/kernel';
import type { Clock, HallKey, Outcome, Refused } from '@hall/kernel';
import type { Tx } from '../postgres';
import type { Command, RunUseCase } from './run-use-case';

/** What every act needs of a service. */
export interface ShellPorts {
  readonly run: RunUseCase;
  readonly clock: Clock;
}

/** A thing in hand: locked, at one instant. */
export interface InHand<Ports, Current> {
  readonly ports: Ports;
  readonly tx: Tx;
  readonly current: Current;
  readonly now: Date;
}

/** How it is found out whether the caller may act on a thing, and as whom. */
type Authorise<Ports, Input, Current, Acting> = (
  tx: Tx,
  command: Command<Input>,
  current: Current,
  ports: Ports,
) => Promise<Outcome<Acting>>;

/** A kind of thing that acts change: how it is locked, and how a change of it is saved. */
export interface ChangeShell<Ports, Current, Prepared, Changed> {
  /** What is said when there is no such thing, or none that the caller may know of. */
  readonly notFound: () => Refused;
  readonly lock: (
    ports: Ports,
    tx: Tx,
    key: HallKey,
    command: Command<unknown>,
  ) => Promise<Current | Refused | undefined>;
  /** What every rule about it needs besides; loaded together with the authority. */
  readonly prepare: (ports: Ports, tx: Tx, hallCode: string) => Promise<Prepared>;
  /** Saves the state, the line that explains it, the deadlines and the facts. */
  readonly save: (
    work: InHand<Ports, Current> & Prepared,
    changed: Changed,
    command: Command<unknown>,
  ) => Promise<unknown>;
}

/** One act: what it is called, who may do it, and its rule. */
export interface Act<Ports, Input, Current, Prepared, Acting, Changed> {
  /** The mutation's name. */
  readonly operation: string;
  /** What the input names; its `key` when absent. */
  readonly target?: (input: Input) => HallKey;
  /** The thing that the target belongs to, when the target is only a part of it. */
  readonly find?: (ports: Ports, tx: Tx, target: HallKey) => Promise<HallKey | undefined>;
  readonly notFound?: () => Refused;
  /** Applicants, who belong to no hall, may do it too; the authority says for which things. */
  readonly isOpenToApplicants?: boolean;
  readonly authorise: Authorise<Ports, Input, Current, Acting>;
  readonly rule: (
    work: InHand<Ports, Current> & Prepared & Acting,
    input: Input,
  ) => Promise<Outcome<Changed>> | Outcome<Changed>;
}

function isNo(found: object): found is Refused {
  return 'kind' in found && found.kind === 'REFUSED';
}

/**
 * The shell around every act on one kind of thing: lock it, see who acts and whether they may, apply the rule, and save what
 * came of it, all or nothing. What an act itself says is its name, its authority and its rule.
 *
 * @refuses what the shell says when there is no such thing, and whatever the authority and the rule refuse
 */
export function createActs<Ports extends ShellPorts, Current extends HallKey, Prepared extends object, Changed>(
  shell: ChangeShell<Ports, Current, Prepared, Changed>,
) {
  return <Acting extends object, Input = { readonly key: HallKey }>(
      act: Act<Ports, Input, Current, Prepared, Acting, Changed>,
    ) =>
    (ports: Ports, command: Command<Input>): Promise<Outcome<HallKey>> => {
      const { operation, notFound = shell.notFound } = act;
      const target = act.target ? act.target(command.input) : (command.input as { readonly key: HallKey }).key;
      const { hallCode } = target;
      return ports.run(command, { operation, hallCode }, async (tx) => {
        if (command.actor.hallCode !== hallCode && !act.isOpenToApplicants) return notFound();
        const key = act.find ? await act.find(ports, tx, target) : target;
        const current = key && (await shell.lock(ports, tx, key, command));
        if (!current) return notFound();
        if (isNo(current)) return current;
        const [acting, prepared] = await Promise.all([
          act.authorise(tx, command, current, ports),
          shell.prepare(ports, tx, hallCode),
        ]);
        if (isRefused(acting)) return acting;
        const work = { ports, tx, current, now: ports.clock.now(), ...prepared, ...acting.value };
        const changed = await act.rule(work, command.input);
        if (isRefused(changed))
          return { ...changed, refusal: { ...changed.refusal, about: { hallCode, id: current.id } } };
        await shell.save(work, changed.value, command);
        return done({ hallCode, id: current.id });
      });
    };
}
