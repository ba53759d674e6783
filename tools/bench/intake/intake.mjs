/** A hall with one window, its lead at work and one item; and submissions to it. */
import { Pool } from 'undici';

const refused = '... on UserError { code message }';
const submission = `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { __typename ${refused} } }`;

/** Registers what a submission needs. @returns a function that submits once */
export async function prepareIntake({ url, tokenFor }, clients) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: clients });
  const send = async (token, body) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await pool.request({ method: 'POST', path: pathname, headers, body });
    return answer.body.json();
  };
  const change = async (user, role, query, variables = {}) => {
    const { data, errors } = await send(await tokenFor(user, role), JSON.stringify({ query, variables }));
    const [thing] = Object.values(data ?? {});
    if (errors || thing?.message) throw new Error(JSON.stringify(errors ?? thing));
    return thing;
  };
  const admin = (query, variables) => change('admin', 'ADMIN', query, variables);
  const office = (query, variables) => change('office', 'CENTRE_OFFICE', query, variables);
  await admin(`mutation { registerHall(input: { code: "bench", name: "大厅" }) { ... on Hall { name } ${refused} } }`);
  const { id: department } = await admin(
    `mutation { registerDepartment(input: { hallCode: "bench", code: "D", name: "区人社局" }) { ... on Department { id } ${refused} } }`,
  );
  const { id: windowId } = await admin(
    `mutation ($d: ID!) { registerWindow(input: { departmentId: $d, number: "1", name: "窗口" }) { ... on ServiceWindow { id } ${refused} } }`,
    { d: department },
  );
  const people = {};
  for (const [account, role] of Object.entries({ office: 'CENTRE_OFFICE', lead: 'OFFICER', deputy: 'OFFICER' })) {
    const { id } = await admin(
      `mutation ($d: ID!, $a: String!, $r: [StaffRole!]!) { registerStaff(input: { departmentId: $d, account: $a, badgeNumber: $a, name: $a, roles: $r }) { ... on Staff { id } ${refused} } }`,
      { d: department, a: account, r: [role] },
    );
    people[account] = id;
  }
  await office(
    `mutation ($w: ID!, $l: ID!, $d: ID!) { registerPost(input: { windowId: $w, code: "P", name: "岗", duties: ["受理"], leadId: $l, deputyId: $d }) { ... on Post { id } ${refused} } }`,
    { w: windowId, l: people.lead, d: people.deputy },
  );
  await change(
    'lead',
    'OFFICER',
    `mutation ($w: ID!) { checkIn(input: { windowId: $w, checklist: [CLEAN, SEALS, FORMS, MATERIALS, ONLINE, BADGE] }) { ... on CheckIn { mark } ${refused} } }`,
    { w: windowId },
  );
  const importItem = (option) =>
    office(
      `mutation ($d: ID!) { importServiceItems(items: [{ departmentId: $d, code: "I", name: "事项" }]${option}) { ... on ImportReport { created } ${refused} } }`,
      { d: department },
    );
  // A checkout of before ADR 33 opens whatever is imported, and does not know the option.
  await importItem(', openAssumed: true').catch(() => importItem(''));
  const { id: itemId } = await change('lead', 'OFFICER', '{ serviceItem(code: "I") { id } }');
  const token = await tokenFor('lead', 'OFFICER');
  const submit = async () => {
    const input = {
      itemId,
      windowId,
      materials: ['IDENTITY'],
      applicant: { name: '张三', idNumber: identityNumber() },
    };
    const answer = await send(token, JSON.stringify({ query: submission, variables: { input } }));
    if (answer.data?.submitCase?.__typename !== 'Case') throw new Error(JSON.stringify(answer));
  };
  return { submit, close: () => pool.close() };
}

/** Numbers of people who do not exist; each comes once. */
function identityNumber() {
  const born = new Date(Date.UTC(1950, 0, 1) + Math.floor(Math.random() * 18_000) * 86_400_000);
  const digits = `110105${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return digits + '10X98765432'[sum % 11];
}
