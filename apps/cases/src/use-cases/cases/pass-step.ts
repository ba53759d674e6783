import { done, isRefused, startOf } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { passStep as pass } from '../../domain/cases/steps';
import { authorityOverPost } from '../officers';
import type { CasePorts, Key } from '../ports';
import { childTerm } from './begin-handling';
import { changeCase, finishTermsAbout } from './change-case';

/** What is said when a step is passed on. */
export interface PassStep {
  readonly key: Key;
  readonly note: string;
}

/**
 * Passes the step in hand on to the next one; each step has its own limit, and the record says who had it how long.
 *
 * @regulation S1.2b S2.3b S2.3c
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, NO_STEP_OPEN
 */
export function passStep(ports: CasePorts, command: Command<PassStep>): Promise<Outcome<Key>> {
  return changeCase(ports, command, 'passStep', authorityOverPost, async (work) => {
    const { tx, current, by, now } = work;
    const steps = await ports.cases.stepsOf(tx, current);
    const outcome = pass(current, by, steps, now);
    if (isRefused(outcome)) return outcome;
    const { current: next, passed, next: opened } = outcome.value;
    await ports.cases.updateStep(tx, current, passed);
    await finishTermsAbout(work, 'STEP');
    if (opened) {
      await ports.cases.updateStep(tx, current, opened);
      const own = await ports.terms.lockTerm(tx, current);
      const { sessions } = startOf(own!.ledger);
      await ports.terms.openTerms(tx, [childTerm(work, next, { subject: 'STEP', ...opened, sessions })]);
    }
    return done({
      next,
      action: { kind: 'STEP_PASSED', clause: 'S2.3b', note: `${passed.name}：${command.input.note}` },
      facts: [{ kind: 'CASE_CHANGED', current: next, changeKind: 'STEP_PASSED', clause: 'S2.3b' }],
    });
  });
}
