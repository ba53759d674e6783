import { KnownStaff } from './known-staff';
import type { Role } from './actor';

const token = (account: string | undefined, ...roles: Role[]) => ({
  ...(account !== undefined && { account, hallCode: 'h1' }),
  roles,
  locale: 'en' as const,
});

function aService(registered: Record<string, string[]>) {
  let now = 0;
  const asked: string[] = [];
  const known = new KnownStaff(
    (hallCode, account) => {
      asked.push(`${hallCode} ${account}`);
      return Promise.resolve(registered[account]);
    },
    () => now,
  );
  const rolesOf = async (...of: Parameters<typeof token>) => (await known.viewerOf(token(...of))()).roles;
  return { known, asked, rolesOf, pass: (seconds: number) => (now += seconds * 1000) };
}

test('T13 a role of the staff counts where the hall has given it; every other is as the token says', async () => {
  const { rolesOf, asked } = aService({ lead: ['OFFICER'] });
  expect(await rolesOf('lead', 'OFFICER', 'CENTRE_LEADER', 'APPLICANT')).toEqual(['OFFICER', 'APPLICANT']);
  expect(await rolesOf('lead', 'DESK_OFFICER')).toEqual([]);
  expect(await rolesOf('stranger', 'OFFICER', 'ANALYST')).toEqual(['ANALYST']);
  expect(await rolesOf(undefined, 'OFFICER')).toEqual([]);
  asked.length = 0;
  expect(await rolesOf('somebody', 'APPLICANT', 'ADMIN')).toEqual(['APPLICANT', 'ADMIN']);
  expect(asked).toEqual([]);
});

test('T13 who is known is asked for once in half a minute, who is not each time; a change is seen at once', async () => {
  const registered: Record<string, string[]> = { lead: ['OFFICER'] };
  const { known, asked, rolesOf, pass } = aService(registered);
  for (let n = 0; n < 2; n++) {
    await rolesOf('lead', 'OFFICER');
    await rolesOf('stranger', 'OFFICER');
  }
  expect(asked).toEqual(['h1 lead', 'h1 stranger', 'h1 stranger']);
  pass(31);
  await rolesOf('lead', 'OFFICER');
  expect(asked).toHaveLength(4);
  registered['lead'] = [];
  expect(await rolesOf('lead', 'OFFICER')).toEqual(['OFFICER']);
  known.forget();
  expect(await rolesOf('lead', 'OFFICER')).toEqual([]);
  known.note([{ hallCode: 'h1', account: 'other', staffId: 's', roles: ['OFFICER'] }]);
  asked.length = 0;
  expect(await rolesOf('other', 'OFFICER')).toEqual(['OFFICER']);
  expect(asked).toEqual([]);
});
