import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { exportJWK, generateKeyPair } from 'jose';
import { createActorSigner } from '@hall/platform/actor';
import { auditGraphqlOverHttp, repository, startWholeHall } from '../support';
import type { WholeHall } from '../support';

jest.setTimeout(90_000);

const demoUsers = ['admin', 'lead', 'deputy', 'desk', 'applicant', 'analyst'];
let hall: WholeHall;

beforeAll(async () => {
  hall = await startWholeHall();
});

afterAll(async () => {
  await hall?.stop();
});

/** Runs the journey that a newcomer runs, as a command of its own, against this hall. */
async function runDemo(run: string): Promise<string> {
  const tokens = Object.fromEntries(
    await Promise.all(demoUsers.map(async (user) => [user, await hall.tokenFor(user)])),
  );
  const program = resolve(repository, 'tools/dist/demo/main.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--run', run], {
    env: { PATH: process.env['PATH'], HALL_URL: hall.url, HALL_TOKENS: JSON.stringify(tokens) },
  });
  return stdout;
}

test('S2.1a, S3.4b, S3.4c, S5.2a, S6.4g, S6.4i: one visitor’s journey through all three services', async () => {
  const told = await runDemo('first');
  expect(told).toMatch(/CheckIn|window 1 OPEN/);
  expect(told).toContain('first-contact officer 李敏');
  expect(told).toMatch(/slip demo-\d{8}-\d{6}-1, due on \d{4}-\d{2}-\d{2}, 李敏 answers for it/);
  const slip = await fetch(new URL(/the slip to print: (\S+)/.exec(told)![1]!, hall.url));
  expect([slip.status, slip.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const board = await fetch(new URL('/documents/boards/demo.html', hall.url));
  expect(await board.text()).toContain('办事公示屏');
  expect(told).toContain('王强 is on duty as DEPUTY for 李敏; 王强 answers for the case');
  expect(told).toContain(
    'COMPLETED: ACCEPTED 李敏 → RESPONSIBLE_CHANGED – → DECIDED 王强 for 李敏 → DELIVERED 王强 for 李敏',
  );
  expect(told).toContain('CLASSIFIED → DECIDED → FED_BACK → CLOSED');
  expect(told).toMatch(/RECEIVED 1, CLOSED 1, UPHELD 1; \d{4}-\d{2}: ON_TIME_RATE 1 of 1/);
});

test('the journey can be run again in the same hall, and the month counts both complaints', async () => {
  const told = await runDemo('second');
  expect(told).toMatch(/RECEIVED 2, CLOSED 2, UPHELD 2; \d{4}-\d{2}: ON_TIME_RATE 2 of 2/);
});

describe('a subgraph asks for the gateway’s signature', () => {
  test.each(['staffing', 'cases', 'complaints'] as const)(
    '%s refuses a request without one, and a forged one',
    async (name) => {
      const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
      const forger = await createActorSigner(await exportJWK(privateKey));
      const forged = await forger.sign({ account: 'admin', roles: ['ADMIN'], locale: 'zh-CN' });
      const attempts: Record<string, string>[] = [{}, { 'x-hall-actor': forged }];
      for (const headers of attempts) {
        const response = await fetch(`${hall.addressOf(name)}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query: '{ __typename }' }),
        });
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      }
    },
  );
});

describe('GraphQL over HTTP is spoken as specified', () => {
  test('by the gateway', async () => {
    const audit = await auditGraphqlOverHttp(hall.url);
    expect(audit).toMatchObject({ failures: [], warnings: [] });
    expect(audit.checked).toBeGreaterThanOrEqual(60);
  });

  test.each(['staffing', 'cases', 'complaints'] as const)('by %s', async (name) => {
    const signer = await createActorSigner(hall.gatewayKey);
    const actor = await signer.sign({ roles: [], locale: 'zh-CN' });
    const audit = await auditGraphqlOverHttp(`${hall.addressOf(name)}/graphql`, { 'x-hall-actor': actor });
    expect(audit).toMatchObject({ failures: [], warnings: [] });
  });
});

const badSteps: readonly (readonly [step: string, user: string, query: string, expected: string])[] = [
  ['registerHall', 'admin', 'mutation { registerHall(input: { code: "不", name: "x" }) { __typename } }', 'code'],
  [
    'registerDepartment',
    'office',
    'mutation { registerDepartment(input: { hallCode: "demo", code: "", name: "" }) { __typename } }',
    'name',
  ],
  [
    'registerWindow',
    'office',
    'mutation { registerWindow(input: { departmentId: "x", number: "1", name: "n" }) { __typename } }',
    'departmentId',
  ],
  [
    'registerStaff',
    'office',
    'mutation { registerStaff(input: { departmentId: "x", account: "", badgeNumber: "b", name: "n", roles: [] }) { __typename } }',
    'roles',
  ],
  [
    'registerPost',
    'office',
    'mutation { registerPost(input: { windowId: "x", code: "c", name: "n", duties: [], leadId: "l", deputyId: "d" }) { __typename } }',
    'duties',
  ],
  ['checkIn', 'lead', 'mutation { checkIn(input: { windowId: "x", checklist: [] }) { __typename } }', 'windowId'],
  [
    'recordContact',
    'lead',
    'mutation { recordContact(input: { channel: WINDOW, subject: "" }) { __typename } }',
    'subject',
  ],
  [
    'submitCase',
    'lead',
    'mutation { submitCase(input: { itemId: "x", windowId: "y", materials: [], applicant: { name: "", idNumber: "1" } }) { __typename } }',
    'applicant.idNumber',
  ],
  ['reportAbsence', 'lead', 'mutation { reportAbsence(input: { staffId: "x", reason: "" }) { __typename } }', 'reason'],
  [
    'decideCase',
    'lead',
    'mutation { decideCase(input: { caseId: "x", approved: true, grounds: "g" }) { __typename } }',
    'caseId',
  ],
  [
    'deliverResult',
    'lead',
    'mutation { deliverResult(input: { caseId: "x", windowId: "y", identityChecked: true }) { __typename } }',
    'caseId',
  ],
  [
    'registerComplaint',
    'desk',
    'mutation { registerComplaint(input: { channel: PHONE, summary: "" }) { __typename } }',
    'summary',
  ],
  [
    'classifyComplaint',
    'desk',
    'mutation { classifyComplaint(input: { complaintId: "x", timeClass: URGENT, grounds: [] }) { __typename } }',
    'grounds',
  ],
  [
    'decideComplaint',
    'desk',
    'mutation { decideComplaint(input: { complaintId: "x", finding: UPHELD, opinion: "" }) { __typename } }',
    'opinion',
  ],
  [
    'giveFeedback',
    'desk',
    'mutation { giveFeedback(input: { complaintId: "x", mode: "", content: "c" }) { __typename } }',
    'mode',
  ],
  ['closeComplaint', 'desk', 'mutation { closeComplaint(complaintId: "x") { __typename } }', 'complaintId'],
  ['complaintStatistics', 'desk', '{ complaintStatistics(input: { measures: [RECEIVED] }) { asOf } }', 'month'],
];

test.each(badSteps)('bad input to %s is refused and names the field', async (_step, user, query, field) => {
  const { errors } = await hall.ask(user, query);
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  expect(errors?.[0]?.message).toContain(`${field}:`);
});
