import { plainDate } from '../plain-date';
import { checkCreditCode } from './credit-code';
import { checkIdentityNumber } from './identity-number';

const today = plainDate('2026-11-23');
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (body: string): string => {
  const sum = weights.reduce((all, weight, n) => all + weight * Number(body[n]), 0);
  return body + ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11]!;
};

describe('identity numbers (GB 11643)', () => {
  test.each([
    ['11010519491231002X', '1949-12-31', 'FEMALE'],
    ['11010519491231002x', '1949-12-31', 'FEMALE'],
    ['440524188001010014', undefined, undefined],
    [withCheck('83000019900101001'), '1990-01-01', 'MALE'],
    [withCheck('91100019850615123'), '1985-06-15', 'MALE'],
  ])('%s is read', (text, birthDate, sex) => {
    const check = checkIdentityNumber(text, { today });
    if (birthDate === undefined) expect(check).toEqual({ kind: 'INVALID', fault: 'TOO_OLD' });
    else expect(check).toMatchObject({ kind: 'VALID', number: text.toUpperCase(), birthDate, sex, warnings: [] });
  });

  test.each([
    ['', 'LENGTH'],
    ['1101051949123100', 'LENGTH'],
    ['1101051949123100AX', 'CHARACTERS'],
    [withCheck('11010519000230001'), 'BIRTH_DATE'],
    [withCheck('11010519991301001'), 'BIRTH_DATE'],
    [withCheck('11010520261124001'), 'BIRTH_IN_FUTURE'],
    ['110105194912310021', 'CHECKSUM'],
  ])('%s cannot be: %s', (text, fault) => {
    expect(checkIdentityNumber(text, { today })).toEqual({ kind: 'INVALID', fault });
  });

  test('a number of 15 digits is read as the 18 it became, with a warning', () => {
    expect(checkIdentityNumber('110105491231002', { today })).toMatchObject({
      number: '11010519491231002X',
      warnings: ['LEGACY_15'],
    });
  });

  test('the day before the hundred and thirty-first birthday is the last', () => {
    const born = (day: string): string => withCheck(`110105${day}001`);
    expect(checkIdentityNumber(born('18951124'), { today })).toMatchObject({ kind: 'VALID' });
    expect(checkIdentityNumber(born('18951123'), { today })).toEqual({ kind: 'INVALID', fault: 'TOO_OLD' });
  });

  test('an unknown region is only a warning', () => {
    expect(checkIdentityNumber(withCheck('10010519491231002'), { today })).toMatchObject({
      kind: 'VALID',
      warnings: ['REGION_NOT_KNOWN'],
    });
  });

  test('every single wrong digit is caught', () => {
    const right = '330282199001011239'.slice(0, 17);
    const number = withCheck(right);
    expect(checkIdentityNumber(number, { today }).kind).toBe('VALID');
    for (let place = 0; place < 17; place++) {
      for (let digit = 0; digit < 10; digit++) {
        if (number[place] === String(digit)) continue;
        const wrong = number.slice(0, place) + String(digit) + number.slice(place + 1);
        expect([wrong, checkIdentityNumber(wrong, { today }).kind]).toEqual([wrong, 'INVALID']);
      }
    }
  });
});

describe('unified social credit codes (GB 32100)', () => {
  test.each(['91350100M000100Y43', '91110000600037341L', '91100000100003962T'])('%s is valid', (code) => {
    expect(checkCreditCode(code)).toEqual({ kind: 'VALID', code });
  });

  test.each([
    ['9135', 'LENGTH'],
    ['91350100M000100Y4I', 'CHARACTERS'],
    ['91350100M000100Y44', 'CHECKSUM'],
    ['91ABCDEF600037341K', 'CHARACTERS'],
    ['91350100M000100X43', 'CHECKSUM'],
    ['91350100M000100X42', 'ORGANISATION_CHECK'],
  ])('%s cannot be: %s', (code, fault) => {
    expect(checkCreditCode(code)).toEqual({ kind: 'INVALID', fault });
  });
});
