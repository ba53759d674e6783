import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { importCatalogue, importItems, readCatalogue } from '../import/catalogue';
import type { SourceRow } from '../import/catalogue';
import { accepted, loadDemoHall, refusal } from '../shared/demo-hall';
import type { DemoHall } from '../shared/demo-hall';
import { demoCatalogue } from './catalogue';
import { firstHour } from './hall-day';
import { HallError, repository } from '../shared/hall-client';
import type { Data, HallClient } from '../shared/hall-client';

/** What the steps so far have brought about. */
export interface Journey {
  readonly client: HallClient;
  /** Distinguishes this run from others, in idempotency keys. */
  readonly run: string;
  hall?: DemoHall;
  itemId?: string;
  contactId?: string;
  caseId?: string;
  complaintId?: string;
}

/** One step: who does what, on which clause, and what came of it, in words. */
export interface Step {
  readonly title: string;
  readonly clauses: string;
  /** The time of day at which it plays, where the hall's clock can be moved; with the step before, when it says none. */
  readonly at?: string;
  readonly run: (journey: Journey) => Promise<string>;
}

const ready = ['CLEAN', 'SEALS', 'FORMS', 'MATERIALS', 'ONLINE', 'BADGE'];

/** A catalogue to take over besides the hall's own: the file that was named, else the one that lies beside the repository. */
export function catalogueOf(file: string | undefined): readonly SourceRow[] {
  const beside = resolve(repository, '../shared/data/service-items.json');
  const found = file ?? (existsSync(beside) ? beside : undefined);
  return found === undefined ? [] : readCatalogue(found);
}

/** What is told of somebody who has checked in on this day before. */
export const hereAlready = 'was here already';

async function checkIn({ client, hall }: Journey, user: string): Promise<string> {
  const answer = await client.ask(
    user,
    `mutation CheckIn($input: CheckInInput!) { checkIn(input: $input) { ... on CheckIn { mark staff { name } window { number status } } ${refusal} } }`,
    { input: { windowId: hall!.windowId, checklist: ready } },
  );
  const result = answer['checkIn'] as Data;
  if (result['code'] === 'CHECK_IN_REPEATED') return hereAlready;
  const { mark, staff, window } = accepted(answer, 'checkIn') as unknown as {
    mark: string;
    staff: { name: string };
    window: { number: string; status: string };
  };
  return `${staff.name} ${mark}, window ${window.number} ${window.status}`;
}

async function change(journey: Journey, user: string, field: string, mutation: string, variables: Data): Promise<Data> {
  return accepted(await journey.client.ask(user, mutation, variables), field);
}

/** Asks until the answer is as expected: events take a moment from one service to the next. */
async function until<T>(ask: () => Promise<T>, expected: (answer: T) => boolean): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    if (expected(answer)) return answer;
    if (attempt === 100) throw new HallError(`not so after ${attempt} questions: ${JSON.stringify(answer)}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** What time it is in the hall; its clock may have been moved. */
export async function hallNow(client: HallClient): Promise<Date> {
  const question = 'query Now($input: StatisticsInput!) { complaintStatistics(input: $input) { asOf } }';
  const { complaintStatistics } = await client.ask('analyst', question, {
    input: { month: '2026-01', measures: ['RECEIVED'] },
  });
  return new Date((complaintStatistics as { asOf: string }).asOf);
}

/** Where the slip of the journey can be printed: a link is good for an hour of the hall's clock. */
export async function slipAddress({ client, caseId: id }: Journey): Promise<string> {
  const { case: seen } = await client.ask('lead', 'query Slip($id: ID!) { case(id: $id) { slip { pdfUrl } } }', { id });
  return client.addressOf((seen as { slip: { pdfUrl: string } }).slip.pdfUrl);
}

/** One visitor's journey through the whole hall. */
export function journeySteps(rows: readonly SourceRow[]): readonly Step[] {
  return [
    {
      title: '登记大厅、窗口、人员与岗位 / Register hall, windows, staff and posts',
      clauses: 'S5.1a S5.1b',
      async run(journey) {
        journey.hall = await loadDemoHall(journey.client);
        return `post ${journey.hall.postId} has a lead and a deputy`;
      },
    },
    {
      title: '导入事项目录 / Take over the catalogue',
      clauses: 'S3.3a S4.4d A-08',
      async run(journey) {
        const own = await importItems(journey.client, demoCatalogue);
        const others = rows.length > 0 ? await importCatalogue(journey.client, rows) : undefined;
        const { serviceItem } = await journey.client.ask(
          'lead',
          'query ServiceItem($code: String!) { serviceItem(code: $code) { id name current { promisedLimit { amount unit } materials { code name } } } }',
          { code: demoCatalogue[0]!.code },
        );
        const item = serviceItem as { id: string; name: string; current: { promisedLimit: { amount: number } } };
        journey.itemId = item.id;
        const drafts = others
          ? `; ${others.drafts} of ${rows.length} others are drafts, for their source does not say enough`
          : '';
        return `${own.created} created, ${own.unchanged} unchanged${drafts}; ${item.name}, promised in ${item.current.promisedLimit.amount} working days`;
      },
    },
    {
      title: 'A岗签到 / The lead checks in',
      at: firstHour,
      clauses: 'S1.3a–d',
      run: (journey) => checkIn(journey, 'lead'),
    },
    { title: 'B岗签到 / The deputy checks in', clauses: 'S1.3a–d', run: (journey) => checkIn(journey, 'deputy') },
    {
      title: '首次接待：接待人即首问责任人 / First contact; whoever replies answers for it',
      at: '09:10',
      clauses: 'S2.1a',
      async run(journey) {
        const contact = await change(
          journey,
          'lead',
          'recordContact',
          `mutation RecordContact($input: RecordContactInput!) { recordContact(input: $input) { ... on Contact { id firstOfficer { name } } ${refusal} } }`,
          {
            input: {
              channel: 'WINDOW',
              windowId: journey.hall!.windowId,
              subject: '咨询并办理参保登记',
              idempotencyKey: `${journey.run} contact`,
            },
          },
        );
        journey.contactId = contact['id'] as string;
        return `first-contact officer ${(contact['firstOfficer'] as { name: string }).name}`;
      },
    },
    {
      title: '提交申请：材料齐全，当场受理并出具受理单 / Complete materials are accepted and get a dated slip',
      at: '09:25',
      clauses: 'S3.4b S4.1b',
      async run(journey) {
        const accepted = await change(
          journey,
          'lead',
          'submitCase',
          `mutation SubmitCase($input: SubmitCaseInput!) { submitCase(input: $input) { ... on Case { id number slip { number dueOn } responsible { name } applicant { name idNumber } } ${refusal} } }`,
          {
            input: {
              itemId: journey.itemId,
              windowId: journey.hall!.windowId,
              contactId: journey.contactId,
              applicant: { name: '张三', idNumber: '11010519491231002X', phone: '13812341234', account: 'applicant' },
              materials: ['IDENTITY'],
              idempotencyKey: `${journey.run} case`,
            },
          },
        );
        journey.caseId = accepted['id'] as string;
        const { number, slip, responsible, applicant } = accepted as unknown as {
          number: string;
          slip: { number: string; dueOn: string };
          responsible: { name: string };
          applicant: { name: string; idNumber: string };
        };
        return `case ${number} of ${applicant.name} (${applicant.idNumber}), slip ${slip.number}, due on ${slip.dueOn}, ${responsible.name} answers for it`;
      },
    },
    {
      title: 'A岗突然缺岗 / The lead is reported absent',
      at: '10:00',
      clauses: 'S5.3b',
      async run(journey) {
        const input = { staffId: journey.hall!.staff.get('lead'), reason: '突发疾病' };
        const staff = await change(
          journey,
          'deputy',
          'reportAbsence',
          `mutation ReportAbsence($input: ReportAbsenceInput!) { reportAbsence(input: $input) { ... on Staff { name } ${refusal} } }`,
          { input },
        );
        return `${String(staff['name'])} is away`;
      },
    },
    {
      title: 'B岗自动顶岗，办件责任随之转移 / The deputy holds the post, and the case follows',
      clauses: 'S5.2a S5.4b',
      async run(journey) {
        const { client, hall, caseId: id } = journey;
        const { case: seen } = await until(
          () =>
            client.ask(
              'deputy',
              'query Responsible($id: ID!) { case(id: $id) { responsible { id name } post { officerOnDuty { role staff { name } actingFor { name } } } } }',
              { id },
            ),
          (answer) => (answer['case'] as { responsible: { id: string } }).responsible.id === hall!.staff.get('deputy'),
        );
        const { responsible, post } = seen as {
          responsible: { name: string };
          post: { officerOnDuty: { role: string; staff: { name: string }; actingFor: { name: string } } };
        };
        const { role, staff, actingFor } = post.officerOnDuty;
        return `${staff.name} is on duty as ${role} for ${actingFor.name}; ${responsible.name} answers for the case`;
      },
    },
    {
      title: '作出决定，期限到此为止 / The case is decided; that ends its term',
      at: '11:00',
      clauses: 'S3.5 S5.4c',
      async run(journey) {
        const decided = await change(
          journey,
          'deputy',
          'decideCase',
          `mutation DecideCase($id: ID!) { decideCase(input: { caseId: $id, approved: true, grounds: "符合参保条件" }) { ... on Case { status commitment { state dueAt } } ${refusal} } }`,
          { id: journey.caseId },
        );
        const { status, commitment } = decided as unknown as {
          status: string;
          commitment: { state: string; dueAt: string };
        };
        return `${status}, promise ${commitment.state}, due ${commitment.dueAt}`;
      },
    },
    {
      title: '同一窗口领取结果 / The result is collected at the same window',
      at: '14:30',
      clauses: 'S3.4c',
      async run(journey) {
        const delivered = await change(
          journey,
          'deputy',
          'deliverResult',
          `mutation DeliverResult($input: DeliverResultInput!) { deliverResult(input: $input) { ... on Case { status timeline { kind clause officer { name } actingFor { name } } } ${refusal} } }`,
          { input: { caseId: journey.caseId, windowId: journey.hall!.windowId, identityChecked: true } },
        );
        const { status, timeline } = delivered as unknown as {
          status: string;
          timeline: { kind: string; officer: { name: string } | null; actingFor: { name: string } | null }[];
        };
        const told = timeline.map(
          ({ kind, officer, actingFor }) =>
            `${kind} ${officer?.name ?? '–'}${actingFor ? ` for ${actingFor.name}` : ''}`,
        );
        return `${status}: ${told.join(' → ')}`;
      },
    },
    {
      title: '办事人投诉该办件 / The applicant complains about the case',
      at: '15:00',
      clauses: 'S6.1b S6.4d A-26',
      async run(journey) {
        const complaint = await change(
          journey,
          'applicant',
          'registerComplaint',
          `mutation RegisterComplaint($input: RegisterComplaintInput!) { registerComplaint(input: $input) { ... on Complaint { id number owner { name } dueAt } ${refusal} } }`,
          {
            input: {
              channel: 'ONLINE',
              caseId: journey.caseId,
              grounds: ['NOT_TOLD_ONCE'],
              summary: '第一次来时没有讲清需要带身份证原件，多跑了一趟。',
              complainant: { name: '张三', phone: '13812341234' },
              idempotencyKey: `${journey.run} complaint`,
            },
          },
        );
        journey.complaintId = complaint['id'] as string;
        const { number, owner, dueAt } = complaint as unknown as {
          number: string;
          owner: { name: string };
          dueAt: string;
        };
        return `complaint ${number}, ${owner.name} answers for it until ${dueAt}`;
      },
    },
    {
      title: '被投诉的经办人无从知悉 / Those whom it concerns cannot see it',
      clauses: 'A-26',
      async run(journey) {
        const { complaint } = await journey.client.ask('deputy', 'query ($id: ID!) { complaint(id: $id) { number } }', {
          id: journey.complaintId,
        });
        if (complaint !== null) throw new HallError('the handler of the case sees the complaint about it');
        return 'to the handler of the case it does not exist';
      },
    },
    {
      title: '分类、决定、反馈、办结 / Classified, decided, fed back, closed',
      at: '16:00',
      clauses: 'S6.5.2 S6.4g',
      async run(journey) {
        const complaintId = journey.complaintId;
        const states: string[] = [];
        const step = async (field: string, mutation: string, variables: Data): Promise<void> => {
          states.push((await change(journey, 'desk', field, mutation, variables))['status'] as string);
        };
        const on = (field: string, type: string): string =>
          `mutation ($input: ${type}!) { ${field}(input: $input) { ... on Complaint { status } ${refusal} } }`;
        const classification = {
          complaintId,
          timeClass: 'ORDINARY',
          windowId: journey.hall!.windowId,
          grounds: ['NOT_TOLD_ONCE'],
        };
        await step('classifyComplaint', on('classifyComplaint', 'ClassifyComplaintInput'), { input: classification });
        const decision = { complaintId, finding: 'UPHELD', opinion: '一次性告知不到位，已责成窗口改进。' };
        await step('decideComplaint', on('decideComplaint', 'DecideComplaintInput'), { input: decision });
        const told = { complaintId, mode: 'PHONE', content: '投诉属实，已整改并致歉。', complainantView: '满意' };
        await step('giveFeedback', on('giveFeedback', 'FeedbackInput'), { input: told });
        await step(
          'closeComplaint',
          `mutation ($id: ID!) { closeComplaint(complaintId: $id) { ... on Complaint { status } ${refusal} } }`,
          {
            id: complaintId,
          },
        );
        return states.join(' → ');
      },
    },
    {
      title: '当月统计计入该投诉 / The month’s statistics count it',
      clauses: 'S6.4i',
      async run({ client, complaintId }) {
        const { complaint } = await client.ask('desk', 'query ($id: ID!) { complaint(id: $id) { receivedAt dueAt } }', {
          id: complaintId,
        });
        const { receivedAt, dueAt } = complaint as { receivedAt: string; dueAt: string };
        const received = await figuresOf(client, receivedAt.slice(0, 7), ['RECEIVED', 'CLOSED', 'UPHELD']);
        // A promise counts in the month in which it falls due, which may be the next one.
        const due = await figuresOf(client, dueAt.slice(0, 7), ['ON_TIME_RATE']);
        return `${received}; ${due}`;
      },
    },
  ];
}

async function figuresOf(client: HallClient, month: string, measures: readonly string[]): Promise<string> {
  const { complaintStatistics } = await client.ask(
    'desk',
    'query ComplaintStatistics($input: StatisticsInput!) { complaintStatistics(input: $input) { asOf rows { figures { measure value numerator denominator } } } }',
    { input: { month, measures } },
  );
  const { rows } = complaintStatistics as {
    rows: {
      figures: { measure: string; value: number | null; numerator: number; denominator: number | null }[];
    }[];
  };
  const figures = rows[0]!.figures.map(({ measure, value, numerator, denominator }) =>
    denominator === null ? `${measure} ${value}` : `${measure} ${numerator} of ${denominator}`,
  );
  return `${month}: ${figures.join(', ')}`;
}
