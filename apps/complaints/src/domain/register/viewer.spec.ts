import { viewerOf } from './viewer';

test.each([
  ['DESK_OFFICER', 'STAFF'],
  ['SECTION_HEAD', 'STAFF'],
  ['CENTRE_OFFICE', 'STAFF'],
  ['CENTRE_LEADER', 'STAFF'],
  ['APPLICANT DESK_OFFICER', 'STAFF'],
  ['APPLICANT', 'OWN'],
  ['OFFICER', 'OWN'],
  ['ANALYST APPLICANT', 'OWN'],
  ['ANALYST', 'FIGURES'],
  ['ADMIN', 'NONE'],
  ['', 'NONE'],
])('whoever is “%s” reads complaints as %s', (roles, scope) => {
  const asking = { account: 'a', hallCode: 'demo', roles: roles.split(' ') };
  expect(viewerOf(asking)).toEqual({ scope, account: 'a', hallCode: 'demo' });
});

test('without an account, or without a hall, nobody reads a complaint', () => {
  const roles = ['CENTRE_LEADER'];
  const nothing = { scope: 'NONE', account: '', hallCode: '' };
  expect(viewerOf({ hallCode: 'demo', roles })).toEqual(nothing);
  expect(viewerOf({ account: 'a', roles })).toEqual(nothing);
});
