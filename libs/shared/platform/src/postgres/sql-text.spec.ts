import { atHallTime, codeList } from '.';

test('the zone in statements is the kernel’s', () => {
  expect(atHallTime).toBe(`at time zone 'Asia/Shanghai'`);
});

test('a list of codes is text, and nothing but codes can be in it', () => {
  expect(codeList(['RECEIVED', 'DECIDED'])).toBe(`('RECEIVED', 'DECIDED')`);
  for (const wrong of [[], [`X') or ('1' = '1`], ['lower']]) expect(() => codeList(wrong)).toThrow(RangeError);
});
