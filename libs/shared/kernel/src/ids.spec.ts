import { decodeId, encodeId, isHallCode, isUuid } from './ids';

const uuid = '019a5c3e-7d10-7abc-8def-0123456789ab';

describe('public id', () => {
  it('carries the hall and the uuid', () => {
    expect(encodeId('demo', uuid)).toBe(`demo.${uuid}`);
    expect(decodeId(`demo.${uuid}`)).toEqual({ hallCode: 'demo', id: uuid });
  });

  it.each([
    '',
    'demo',
    `.${uuid}`,
    `demo.${uuid.toUpperCase()}`,
    `demo.${uuid}x`,
    `de mo.${uuid}`,
    `demo..${uuid}`,
    uuid,
  ])('is not %j', (text) => expect(decodeId(text)).toBeUndefined());

  it('knows hall codes and uuids', () => {
    expect(isHallCode('Hall_01-a')).toBe(true);
    expect(isHallCode('-hall')).toBe(false);
    expect(isHallCode('h'.repeat(33))).toBe(false);
    expect(isUuid(uuid)).toBe(true);
  });
});
