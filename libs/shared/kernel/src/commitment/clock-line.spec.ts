import { hallCalendar } from '../calendar';
import { clockLine } from './clock-line';

const head = {
  id: 'h1',
  limit: { amount: 5, unit: 'WORKING_DAY' },
  start: '2025-01-24T10:15:00+08:00',
  sessions: [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  events: [] as unknown[],
  asOf: '2025-02-12T12:00:00+08:00',
};
const answerTo = (line: string): Record<string, unknown> =>
  JSON.parse(clockLine(line, hallCalendar)) as Record<string, unknown>;
const answer = (fields: object): Record<string, unknown> => answerTo(JSON.stringify({ ...head, ...fields }));

describe('A-30 the auditor’s clock', () => {
  it('answers the example of its contract', () => {
    const events = [
      { kind: 'PAUSE', at: '2025-02-05T09:00:00+08:00', ground: 'HEARING' },
      { kind: 'RESUME', at: '2025-02-08T09:00:00+08:00' },
      { kind: 'EXTEND', at: '2025-02-10T09:00:00+08:00', amount: 3 },
    ];
    const { explanation, ...rest } = answer({ events });
    expect(rest).toEqual({
      id: 'h1',
      state: 'RUNNING',
      dueAt: '2025-02-14T17:00:00+08:00',
      breachedAt: null,
      provisional: false,
    });
    expect(explanation).toHaveProperty('steps');
  });

  it.each(['', '{', 'null', '[]', '"h1"', '7'])('answers %j as unreadable', (line) => {
    expect(answerTo(line)).toEqual({ id: null, error: 'INVALID_HISTORY', at: -1, reason: expect.any(String) });
  });

  it.each([
    { limit: undefined },
    { limit: { amount: '5', unit: 'WORKING_DAY' } },
    { limit: { amount: 5, unit: 'WEEK' } },
    { limit: { amount: 1.5, unit: 'WORKING_DAY' } },
    { limit: { amount: 0, unit: 'WORKING_HOUR' } },
    { start: '2025-01-24T10:15:00' },
    { start: '2025-02-30T10:15:00+08:00' },
    { asOf: null },
    { sessions: [] },
    { sessions: [['08:30']] },
    { sessions: [['08:30', '07:30']] },
    { events: {} },
  ])('answers a faulty head %j with −1', (fields) => {
    expect(answer(fields)).toMatchObject({ id: 'h1', error: 'INVALID_HISTORY', at: -1 });
  });

  it.each([
    { kind: 'STOP', at: '2025-01-25T10:15:00+08:00' },
    { kind: 'PAUSE', at: '2025-01-25T10:15:00+08:00', ground: 'HOLIDAY' },
    { kind: 'PAUSE', at: '2025-01-25T10:15:00+08:00' },
    { kind: 'EXTEND', at: '2025-01-25T10:15:00+08:00' },
    { kind: 'EXTEND', at: '2025-01-25T10:15:00+08:00', amount: 1.5 },
    { kind: 'PAUSE', at: 'soon', ground: 'HEARING' },
    { kind: 'toString', at: '2025-01-25T10:15:00+08:00' },
    null,
  ])('names the place of a faulty event %j', (event) => {
    const sound = { kind: 'PAUSE', at: '2025-01-25T10:00:00+08:00', ground: 'HEARING' };
    const resumed = { kind: 'RESUME', at: '2025-01-25T10:00:00+08:00' };
    expect(answer({ events: [sound, resumed, event] })).toMatchObject({ error: 'INVALID_HISTORY', at: 2 });
  });

  it('does not look at a faulty event after asOf', () => {
    expect(answer({ events: [{ kind: 'STOP', at: '2025-03-01T10:00:00+08:00' }] })).toMatchObject({
      state: 'BREACHED',
    });
  });

  it('names the first fault when there are several', () => {
    const events = [
      { kind: 'EXTEND', at: '2025-02-11T09:00:00+08:00', amount: 3 },
      { kind: 'STOP', at: '2025-02-11T10:00:00+08:00' },
    ];
    expect(answer({ events })).toMatchObject({ at: 0 });
  });

  it('names the year that is missing', () => {
    expect(answer({ start: '2028-01-24T10:15:00+08:00', asOf: '2028-01-24T10:15:00+08:00' })).toEqual({
      id: 'h1',
      error: 'CALENDAR_MISSING',
      year: 2028,
    });
  });

  it('echoes the id it was given', () => {
    expect(answer({ id: 7 })).toMatchObject({ id: 7 });
    expect(answer({ id: undefined })).toMatchObject({ id: null });
  });

  it('reads instants of any offset and answers in hall time', () => {
    expect(answer({ start: '2025-01-24T02:15:00Z', asOf: '2025-01-24T02:15:00Z' })).toMatchObject({
      dueAt: '2025-02-07T17:00:00+08:00',
    });
  });
});
