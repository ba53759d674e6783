import fc from 'fast-check';
import { authorityOf, sameAuthority } from './authority';
import type { Presence } from './authority';

const post = { leadId: 'A', deputyId: 'B' };
const presences: readonly Presence[] = ['PRESENT', 'NOT_YET', 'AWAY'];
const at = (lead: Presence, deputy: Presence) => (id: string) => (id === 'A' ? lead : deputy);

describe('authority of a post', () => {
  test.each<[Presence, Presence, boolean, string]>([
    ['PRESENT', 'PRESENT', true, 'A as LEAD'],
    ['PRESENT', 'AWAY', true, 'A as LEAD'],
    ['PRESENT', 'NOT_YET', false, 'A as LEAD'],
    ['AWAY', 'PRESENT', true, 'B as DEPUTY for A'],
    ['AWAY', 'PRESENT', false, 'B as DEPUTY for A'],
    ['AWAY', 'AWAY', true, 'VACANT'],
    ['AWAY', 'NOT_YET', true, 'VACANT'],
    ['AWAY', 'AWAY', false, 'UNSTAFFED'],
    ['NOT_YET', 'PRESENT', true, 'UNSTAFFED'],
    ['NOT_YET', 'AWAY', true, 'UNSTAFFED'],
  ])('S5.2a lead %s, deputy %s, in service %s: %s', (lead, deputy, inService, expected) => {
    const authority = authorityOf(post, at(lead, deputy), inService);
    const { state } = authority;
    const told =
      authority.state === 'HELD'
        ? `${authority.holder.staffId} as ${authority.holder.role}${authority.holder.actingForId ? ` for ${authority.holder.actingForId}` : ''}`
        : state;
    expect(told).toBe(expected);
  });

  test('S5.1c never more than one holder, and only somebody who is there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...presences),
        fc.constantFrom(...presences),
        fc.boolean(),
        (lead, deputy, inService) => {
          const presenceOf = at(lead, deputy);
          const authority = authorityOf(post, presenceOf, inService);
          if (authority.state === 'HELD') expect(presenceOf(authority.holder.staffId)).toBe('PRESENT');
          else if (lead === 'AWAY' && inService) expect(authority.state).toBe('VACANT');
        },
      ),
    );
  });

  test('S5.2b S5.4b a deputy acts for the lead and never in their own name', () => {
    const authority = authorityOf(post, at('AWAY', 'PRESENT'), true);
    expect(authority).toEqual({ state: 'HELD', holder: { staffId: 'B', role: 'DEPUTY', actingForId: 'A' } });
  });

  test('the same answer twice is no change', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...presences),
        fc.constantFrom(...presences),
        fc.boolean(),
        (lead, deputy, inService) => {
          const authority = authorityOf(post, at(lead, deputy), inService);
          expect(sameAuthority(authority, authorityOf(post, at(lead, deputy), inService))).toBe(true);
        },
      ),
    );
  });
});
