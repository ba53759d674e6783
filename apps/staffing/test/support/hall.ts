import { useService } from '@hall/testing';
import type { Ask } from '@hall/testing';
import { staffing } from '../../src/app';

const refusal = '... on UserError { code message clause }';
const typeOf: Record<string, string> = {
  Department: 'Department',
  Window: 'ServiceWindow',
  Staff: 'Staff',
  Post: 'Post',
};

/** Everything that must be ready before a window opens. */
export const ready = '[CLEAN, SEALS, FORMS, MATERIALS, ONLINE, BADGE]';

/** A running staffing service for the tests of one file; its day begins in time for the first session. */
export function useStaffing() {
  const kit = useService(staffing, { at: '2026-11-23T08:15:00+08:00' });
  const admin = kit.asActor({ account: 'admin', roles: ['ADMIN'] });

  return Object.assign(kit, {
    admin,
    officer: (account: string, hallCode: string): Ask => kit.as(account, hallCode, 'OFFICER'),

    async register(field: string, input: Record<string, unknown>): Promise<string> {
      const type = `Register${field}Input`;
      const answer = await admin(
        `mutation ($input: ${type}!) { done: register${field}(input: $input) { ... on ${typeOf[field]} { id } ${refusal} } }`,
        { input },
      );
      expect(answer).toMatchObject({ data: { done: { id: expect.any(String) } } });
      return answer.data!['done'].id;
    },

    /** Registers a hall with one department, one window, two people and one post. */
    async aHall(code: string, preparation = 'FIRST_SESSION') {
      const hall = await admin(
        `mutation ($code: ID!) { registerHall(input: { code: $code, name: "示范大厅", preparation: ${preparation} }) { ... on Hall { code } ${refusal} } }`,
        { code },
      );
      expect(hall).toMatchObject({ data: { registerHall: { code } } });
      const departmentId = await this.register('Department', { hallCode: code, code: 'D1', name: '区人社局' });
      const windowId = await this.register('Window', { departmentId, number: '1', name: '社保窗口' });
      const person = (account: string, name: string, roles = ['OFFICER'], department = departmentId) =>
        this.register('Staff', { departmentId: department, account, badgeNumber: account, name, roles });
      const leadId = await person('lead', '李敏');
      const deputyId = await person('deputy', '王强');
      const postId = await this.register('Post', {
        windowId,
        code: 'P1',
        name: '登记岗',
        duties: ['受理'],
        leadId,
        deputyId,
      });
      return { departmentId, windowId, leadId, deputyId, postId, person };
    },

    checkIn: (ask: Ask, windowId: string, checklist = ready) =>
      ask(
        `mutation ($windowId: ID!) { checkIn(input: { windowId: $windowId, checklist: ${checklist} }) { ... on CheckIn { mark staff { id } window { status } } ${refusal} } }`,
        { windowId },
      ),
  });
}
