import fc from 'fast-check';
import { aHistory, rulesOf } from '../../../test/support/histories';
import { explainAuthority } from './explain-authority';
import type { AuthorityReading } from './explain-authority';
import { planAuthority } from './plan-authority';

const minute = 60_000;

/** Works the holder out anew from nothing but what the explanation says. */
function recomputed({ steps, day }: AuthorityReading, at: number): string {
  const session = day.sessions.find(({ from, to }) => from <= at && at < to);
  const of = (kind: string) => steps.filter((step) => step.kind === kind);
  const presence = (person: string): string => {
    const mine = of('PRESENCE').filter((step) => step.staffId === person && step.act !== null && step.applies);
    const { whereabouts: where, from: since } = mine.at(-1) ?? { whereabouts: 'NONE', from: -Infinity };
    if (of('LEAVE').some((step) => step.staffId === person && step.applies)) return 'AWAY';
    if (at < day.end && where === 'IN') return 'PRESENT';
    if (at < day.end && where === 'REPORTED') return 'AWAY';
    if (session === undefined) return 'OFF';
    if (where === 'LEFT' || (where === 'OUT' && since! >= session.from)) return 'AWAY';
    return at < session.from + day.graceMs ? 'AWAITED' : 'AWAY';
  };
  const seated = (role: string): string[] =>
    of('ASSIGNMENT')
      .filter((step) => step.role === role && step.applies)
      .map(({ staffId }) => staffId!);
  const [lead] = seated('LEAD');
  const others = [...seated('DEPUTY').slice(0, 1), ...seated('TEMPORARY')];
  const acting = others.find((person) => presence(person) === 'PRESENT');
  const leadIs = lead === undefined ? 'AWAY' : presence(lead);
  const [cover] = of('COVER');
  const goesOn = cover !== undefined && others.includes(cover.staffId!) && presence(cover.staffId!) === 'PRESENT';
  if (leadIs === 'PRESENT') return `HELD ${lead}`;
  if (acting !== undefined && (leadIs === 'AWAY' || goesOn)) return `HELD ${acting}`;
  if (leadIs === 'AWAY' && session !== undefined) return 'VACANT';
  return leadIs === 'AWAITED' ? 'AWAITED' : 'UNSTAFFED';
}

const inWords = ({ authority }: Pick<AuthorityReading, 'authority'>): string =>
  authority.state === 'HELD' ? `HELD ${authority.holder.staffId}` : authority.state;

test('S5.1c S5.2a an explanation says enough to work the holder out by hand, and is what the planner decided', () => {
  fc.assert(
    fc.property(aHistory, fc.nat({ max: 3 * 1440 - 1 }), ({ history, grace, overtime, from, to }, offset) => {
      const rules = rulesOf(grace, overtime);
      const at = from + offset * minute;
      const named = {
        assignments: history.assignments,
        leaves: history.leaves.map((leave, n) => ({ ...leave, id: `leave-${n}` })),
        acts: history.acts.map((act, n) => ({ ...act, id: `act-${n}` })),
      };
      const reading = explainAuthority(named, rules, at);
      expect(recomputed(reading, at)).toBe(inWords(reading));
      const planned = planAuthority(history, rules, from, to).find((each) => each.from <= at && at < each.to)!;
      expect(inWords(reading)).toBe(inWords(planned));
      // What is told of who holds it is the last step.
      const last = reading.steps.at(-1)!;
      const holderId = reading.authority.state === 'HELD' ? reading.authority.holder.staffId : null;
      expect([last.kind, last.staffId]).toEqual(['HOLDER', holderId]);
    }),
    { numRuns: 1000 },
  );
});
