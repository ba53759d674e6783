import { randomBytes, randomUUID } from 'node:crypto';
import { initGraphQLTada } from 'gql.tada';
import type { VariablesOf } from 'gql.tada';
import { decodeId } from '@hall/kernel';
import type { Role } from '@hall/platform/actor';
import { createCipher } from '@hall/platform/privacy';
import { asType, dataOf, eventually, publishHallFixture, useService } from '@hall/testing';
import type { Ask, HallFixture } from '@hall/testing';
import { createComplaints } from '../../src/app';
import type { introspection } from './schema';

/** Operations that the compiler checks against this service's schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; YearMonth: string; _Any: { readonly __typename: string; readonly id: string } };
}>();

const registerComplaint = graphql(`
  mutation ($input: RegisterComplaintInput!) {
    registerComplaint(input: $input) {
      __typename
      ... on Complaint {
        id
        number
        status
        owner {
          id
        }
        window {
          id
        }
        dueAt
        complainant {
          name
          phone
        }
        allowedActions
      }
      ... on ComplaintReceipt {
        number
      }
      ... on UserError {
        code
        clause
        message
        allowedActions
      }
    }
  }
`);
const classifyComplaint = graphql(`
  mutation ($input: ClassifyComplaintInput!) {
    classifyComplaint(input: $input) {
      ... on Complaint {
        status
        dueAt
        finding
      }
      ... on UserError {
        code
        clause
        message
        allowedActions
      }
    }
  }
`);
const decideComplaint = graphql(`
  mutation ($input: DecideComplaintInput!) {
    decideComplaint(input: $input) {
      ... on Complaint {
        status
        dueAt
        finding
      }
      ... on UserError {
        code
        clause
        message
        allowedActions
      }
    }
  }
`);
const giveFeedback = graphql(`
  mutation ($input: FeedbackInput!) {
    giveFeedback(input: $input) {
      ... on Complaint {
        status
        dueAt
        finding
      }
      ... on UserError {
        code
        clause
        message
        allowedActions
      }
    }
  }
`);
const closeComplaint = graphql(`
  mutation ($id: ID!) {
    closeComplaint(complaintId: $id) {
      ... on Complaint {
        status
      }
      ... on UserError {
        code
        clause
        message
        allowedActions
      }
    }
  }
`);
const complaintStatistics = graphql(`
  query ($input: StatisticsInput!) {
    complaintStatistics(input: $input) {
      asOf
      rows {
        keys {
          dimension
          value
        }
        figures {
          measure
          value
          numerator
          denominator
        }
      }
      suppressed {
        measure
      }
    }
  }
`);

type Input<Operation> = VariablesOf<Operation> extends { input: infer Given } ? Partial<Given> : never;
export type StatisticsInput = VariablesOf<typeof complaintStatistics>['input'];

const rolesOf: Partial<Record<string, Role>> = {
  lead: 'OFFICER',
  deputy: 'OFFICER',
  desk: 'DESK_OFFICER',
  desk2: 'DESK_OFFICER',
};

/** Somebody who complains and does not exist. */
export const complainant = { name: '张三', phone: '13812341234' };

/** Registers a complaint; answers whatever came of it. */
export const register = async (ask: Ask, input: Input<typeof registerComplaint>) =>
  (await dataOf(ask(registerComplaint, { input: { channel: 'PHONE', summary: '态度冷淡', ...input } })))
    .registerComplaint;

/** Registers a complaint that the caller may see. */
export const registered = async (ask: Ask, input: Input<typeof registerComplaint> = {}) =>
  asType(await register(ask, input), 'Complaint');

export const classify = async (ask: Ask, complaintId: string, more: Input<typeof classifyComplaint> = {}) => {
  const said = { timeClass: 'COMPLEX', windowUnclear: true, grounds: ['DISCOURTESY'] } as const;
  const input = { complaintId, ...said, grounds: [...said.grounds], ...more };
  return (await dataOf(ask(classifyComplaint, { input }))).classifyComplaint;
};
export const decide = async (ask: Ask, complaintId: string, finding: 'UPHELD' | 'NOT_UPHELD' = 'UPHELD') =>
  (await dataOf(ask(decideComplaint, { input: { complaintId, finding, opinion: '属实' } }))).decideComplaint;
export const tell = async (ask: Ask, complaintId: string) =>
  (await dataOf(ask(giveFeedback, { input: { complaintId, mode: 'PHONE', content: '已处理' } }))).giveFeedback;
export const close = async (ask: Ask, id: string) => (await dataOf(ask(closeComplaint, { id }))).closeComplaint;
export const statistics = async (ask: Ask, input: StatisticsInput) =>
  (await dataOf(ask(complaintStatistics, { input }))).complaintStatistics;

const uuidOf = (id: string): string => decodeId(id)!.id;

/** A hall, and a case in it that the lead accepted. */
export interface HallWithACase extends HallFixture {
  readonly caseId: string;
}

/** A running complaints service for the tests of one file. */
export function useComplaints() {
  const cipher = createCipher({
    keyring: `k1:${randomBytes(32).toString('base64')}`,
    lookupKey: randomBytes(32).toString('base64'),
  });
  const kit = useService(createComplaints(cipher), { at: '2026-11-23T09:00:00+08:00' });
  return Object.assign(kit, {
    as: (account: string, hallCode: string, role: Role = rolesOf[account] ?? 'APPLICANT'): Ask =>
      kit.asActor({ account, hallCode, roles: [role] }),

    /** A hall with a case that the lead accepted; all facts have arrived. */
    async aHallWithACase(hallCode: string): Promise<HallWithACase> {
      const hall = await publishHallFixture(kit.staffing, hallCode);
      const caseId = randomUUID();
      const handler = uuidOf(hall.leadId);
      await kit.cases.state(hallCode, caseId, 'hall.cases.case.accepted.v1', {
        caseId,
        number: `${hallCode}-1`,
        itemId: randomUUID(),
        itemCode: 'I',
        itemVersion: 1,
        handlingType: 'PROMISED',
        departmentId: uuidOf(hall.departmentId),
        windowId: uuidOf(hall.windowId),
        postId: uuidOf(hall.postId),
        contactId: null,
        status: 'ACCEPTED',
        acceptedById: handler,
        responsibleId: handler,
        acceptedAt: '2026-11-20T09:00:00+08:00',
        dueOn: null,
        dueAt: null,
        handlerIds: [handler],
        decision: null,
        delivery: null,
      });
      await eventually(async () => {
        const rows = await kit.sql(
          'select from known_cases c join known_posts p using (hall_code) where hall_code = $1 and holder_id is not null',
          [hallCode],
        );
        return rows.length === 2;
      });
      return { ...hall, caseId: `${hallCode}.${caseId}` };
    },
  });
}
