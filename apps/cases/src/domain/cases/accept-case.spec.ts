import { item, lead, now } from '../../../test/support/case-fixtures';
import { accepted, isOfferedAt, receiveCase, statusAfterCheck } from './accept-case';
import type { Submission } from './accept-case';
import type { Defect } from './check-materials';

const submission: Submission = {
  id: 'c',
  number: 'demo-20261123-000001',
  item,
  contactId: null,
  window: { id: 'w', departmentId: 'd' },
  postId: 'p',
  situations: [],
  deliveryMethod: 'POST',
  by: lead,
  now,
};
const defect = (kind: Defect['kind']): Defect => ({ materialCode: 'FORM', kind, explanation: 'x' });

describe('an application that is handed in', () => {
  test('S2.1b somebody answers for it from the first moment, and it keeps its version', () => {
    const received = receiveCase(submission);
    expect(received).toMatchObject({ status: 'RECEIVED', responsibleId: 'A', handlerIds: ['A'], itemVersion: 3 });
    expect(received.deliveryChoice).toEqual({ method: 'POST', chosenAt: now, recordedById: 'A' });
    expect(accepted(received, lead, now)).toMatchObject({ status: 'ACCEPTED', acceptedById: 'A', acceptedAt: now });
  });

  test('A-13 deemed accepted, it counts from receipt, and whoever answered for it still does', () => {
    const received = receiveCase(submission);
    expect(accepted(received, null, received.receivedAt)).toMatchObject({ acceptedById: 'A', acceptedAt: now });
  });

  test.each([
    ['S3.4b complete: accepted', [], 'ACCEPTED', null],
    [
      'S4.1b something missing: the clock stands still',
      [defect('MISSING')],
      'AWAITING_CORRECTION',
      'AWAITING_CORRECTION',
    ],
    ['S4.2c only an error to correct on the spot: the clock runs', [defect('ON_SPOT')], 'RECEIVED', null],
    [
      'S4.2c both: noticed and standing still',
      [defect('ON_SPOT'), defect('WRONG_CONTENT')],
      'AWAITING_CORRECTION',
      'AWAITING_CORRECTION',
    ],
    [
      'A-14 an omission of the hall’s own: waiting, with the clock running',
      [{ ...defect('MISSING'), pausing: false }],
      'AWAITING_CORRECTION',
      null,
    ],
  ] as const)('%s', (_title, open, status, pausedOn) => {
    expect(statusAfterCheck(open)).toEqual({ status, pausedOn });
  });

  test.each([
    [[], 'd', true],
    [[], 'other', false],
    [['w'], 'other', true],
    [['v'], 'd', false],
  ])(
    'S4.4c an item listed for windows %j is offered at window w of department %s: %s',
    (windowIds, departmentId, offered) => {
      expect(isOfferedAt({ ...item, windowIds }, { id: 'w', departmentId })).toBe(offered);
    },
  );
});
