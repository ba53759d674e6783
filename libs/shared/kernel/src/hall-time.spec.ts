import * as fc from 'fast-check';
import { instantAt, isTimeOfDay, isWithin, minuteOfDay, parseInstant, plainDateOf, toIsoWithOffset } from './hall-time';
import { plainDate } from './plain-date';

describe('hall time', () => {
  it('is Asia/Shanghai, whatever the machine thinks', () => {
    expect(plainDateOf(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(plainDateOf(new Date('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
    expect(instantAt(plainDate('2026-11-23'), '08:30').toISOString()).toBe('2026-11-23T00:30:00.000Z');
    expect(toIsoWithOffset(new Date('2026-11-23T02:00:00Z'))).toBe('2026-11-23T10:00:00+08:00');
    expect(toIsoWithOffset(new Date('2026-11-23T02:00:00.120Z'))).toBe('2026-11-23T10:00:00.120+08:00');
  });

  it('agrees with the zone data of the platform', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    const min = new Date('1992-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.date({ min, max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }), (instant) => {
        expect(plainDateOf(instant)).toBe(format.format(instant));
        expect(parseInstant(toIsoWithOffset(instant))).toEqual(instant);
      }),
    );
  });

  it.each([
    ['08:29', false],
    ['08:30', true],
    ['11:29', true],
    ['11:30', false],
    ['13:30', true],
    ['23:59', false],
  ])('at %s stands within the opening sessions: %s', (time, expected) => {
    const sessions = [
      { from: '08:30', to: '11:30' },
      { from: '13:30', to: '17:00' },
    ];
    expect(isWithin(sessions, instantAt(plainDate('2026-11-23'), time))).toBe(expected);
  });

  it('ends the day at 24:00', () => {
    expect(instantAt(plainDate('2026-11-23'), '24:00')).toEqual(instantAt(plainDate('2026-11-24'), '00:00'));
    expect(minuteOfDay('24:00')).toBe(1440);
    expect(['24:01', '25:00', '8:30', '08:60', ''].some(isTimeOfDay)).toBe(false);
    expect(() => minuteOfDay('noon')).toThrow(RangeError);
  });

  it.each([
    ['2026-11-23T10:00:00+08:00', '2026-11-23T02:00:00.000Z'],
    ['2026-11-23T10:00+08:00', '2026-11-23T02:00:00.000Z'],
    ['2026-11-22T22:00:00.5-04:00', '2026-11-23T02:00:00.500Z'],
    ['2026-11-23T02:00:00Z', '2026-11-23T02:00:00.000Z'],
  ])('reads %s', (text, expected) => expect(parseInstant(text)?.toISOString()).toBe(expected));

  it.each([
    '2026-11-23T10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23',
    '2026-11-23T10:60Z',
    '',
  ])('does not read %j', (text) => expect(parseInstant(text)).toBeUndefined());
});
