import { maskCreditCode, maskIdNumber, maskName, maskPhone } from './masks';

describe('masks', () => {
  it('show the family name only', () => {
    expect(maskName('王小明')).toBe('王*');
    // A rare family name outside the basic plane is one character, not two halves.
    expect(maskName('𠮷田')).toBe('𠮷*');
    expect(maskName('')).toBe('');
  });

  it('hide the middle of numbers', () => {
    expect(maskIdNumber('330203199001011234')).toBe('3302**********1234');
    expect(maskPhone('13812341234')).toBe('138****1234');
    expect(maskCreditCode('91330200MA2AFXXX1K')).toBe('9133**********XX1K');
  });

  it('show nothing of what is too short to hide anything', () => {
    expect(maskIdNumber('12345678')).toBe('********');
    expect(maskPhone('1234567')).toBe('*******');
  });
});
