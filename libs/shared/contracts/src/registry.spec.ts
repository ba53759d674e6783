import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefused } from '@hall/kernel';
import { z } from 'zod';
import { createEvent, eventContract, eventTypes, parseEvent, streams } from './index';
import type { Envelope } from './envelope';

const folder = join(__dirname, 'samples');
const sample = (type: string): Envelope => JSON.parse(readFileSync(join(folder, `${type}.json`), 'utf8')) as Envelope;
const refusalCode = (input: unknown): string | undefined => {
  const outcome = parseEvent(input);
  return isRefused(outcome) ? outcome.refusal.code : undefined;
};

/** Every property name that a schema has, at any depth. */
function propertyNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value as object) : []),
    ...propertyNames(value),
  ]);
}

describe('the contract of events', () => {
  it('has one golden sample for every event version, and none besides', () => {
    expect(readdirSync(folder).sort()).toEqual(eventTypes.map((type) => `${type}.json`).sort());
  });

  // Equality, not mere success: a field that a schema drops or renames would vanish here, and one that it newly demands
  // would fail. Either needs a new version.
  it.each(eventTypes)('still reads everything in the golden sample of %s', (type) => {
    expect(parseEvent(sample(type))).toEqual({ kind: 'DONE', value: sample(type) });
  });

  it.each(eventTypes)('a draft makes the very envelope of the golden sample of %s', (type) => {
    const event = sample(type);
    const draft = {
      id: event.id,
      type,
      hallCode: event.hallcode,
      aggregateId: event.aggregateid,
      sequence: event.sequence,
      time: new Date(event.time),
      correlationId: event.correlationid,
      causationId: event.causationid,
      actorId: event.actorid,
      data: event.data as never,
    };
    expect(createEvent(draft)).toEqual(event);
  });

  it('T6 drops an actor that is no staff id, as events of before named accounts', () => {
    const event = { ...sample(eventTypes[0]!), actorid: '13812345678' };
    expect(JSON.stringify(parseEvent(event))).not.toContain('13812345678');
  });

  it.each(eventTypes)('%s is named after its service and lies in the stream of its service', (type) => {
    const { subject, stream, owner, version } = eventContract(type);
    expect(subject).toMatch(/^hall\.[a-z]+\.[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/);
    expect(streams[stream]).toEqual({ owner, subjects: [`hall.${owner}.>`] });
    expect(subject.endsWith(`.v${version}`)).toBe(true);
  });

  it.each(eventTypes)('%s has no field for a private person', (type) => {
    const names = propertyNames(z.toJSONSchema(eventContract(type).schema, { unrepresentable: 'any' }));
    expect(names.length).toBeGreaterThan(0);
    expect(
      names.filter((name) => /applicant|complainant|agent|idNumber|phone|address|mail|text|note|grounds$/i.test(name)),
    ).toEqual(type.includes('.complaint.') ? ['grounds'] : []);
  });
});

describe('reading events', () => {
  const type = 'hall.cases.case.accepted.v1';

  it('a reader ignores fields that a later producer has added', () => {
    const event = sample(type);
    const later = { ...event, partitionkey: 'x', data: { ...(event.data as object), colour: 'red' } };
    expect(parseEvent(later)).toEqual({ kind: 'DONE', value: event });
  });

  it('an unknown type, a broken envelope and broken data are told apart', () => {
    const event = sample(type);
    expect(refusalCode({ ...event, type: 'hall.cases.case.accepted.v9' })).toBe('EVENT_TYPE_UNKNOWN');
    expect(refusalCode({ ...event, type: 'toString' })).toBe('EVENT_TYPE_UNKNOWN');
    expect(refusalCode({ ...event, sequence: 0 })).toBe('ENVELOPE_INVALID');
    expect(refusalCode('no event')).toBe('ENVELOPE_INVALID');
    expect(refusalCode({ ...event, data: { ...(event.data as object), status: 'GONE' } })).toBe('EVENT_DATA_INVALID');
    expect(refusalCode({ ...event, data: undefined })).toBe('EVENT_DATA_INVALID');
  });

  it('an event of one service under the name of another is no event', () => {
    expect(refusalCode({ ...sample(type), source: '/staffing' })).toBe('ENVELOPE_INVALID');
  });

  it('the faults name the field and never repeat the value', () => {
    const event = sample(type);
    const outcome = parseEvent({ ...event, data: { ...(event.data as object), status: '330282199001011234' } });
    const issues = isRefused(outcome) ? outcome.refusal.details?.['issues'] : undefined;
    expect(issues).toEqual([expect.stringMatching(/^status: /)]);
    expect(JSON.stringify(issues)).not.toContain('330282');
  });

  it('what a schema does not name cannot leave the service', () => {
    const { data, ...event } = sample('hall.staffing.window.registered.v1');
    const created = createEvent({
      id: event.id,
      type: 'hall.staffing.window.registered.v1',
      hallCode: event.hallcode,
      aggregateId: event.aggregateid,
      sequence: 1,
      time: new Date(event.time),
      correlationId: event.correlationid,
      data: { ...(data as object), phone: '13800001234' } as never,
    });
    expect(created.data).toEqual(data);
  });

  it('a draft that breaks its contract is a fault', () => {
    const { hallcode, aggregateid, id, time, correlationid } = sample(type);
    const draft = {
      id,
      type,
      hallCode: hallcode,
      aggregateId: aggregateid,
      time: new Date(time),
      correlationId: correlationid,
    };
    expect(() => createEvent({ ...draft, type, sequence: 1, data: {} as never })).toThrow();
  });
});
