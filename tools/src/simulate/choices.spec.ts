import { Choices } from './choices';

const drawn = (choices: Choices): number[] => Array.from({ length: 20 }, () => choices.between(1, 1_000));

test('the same seed chooses the same, another one something else', () => {
  expect(drawn(new Choices(7))).toEqual(drawn(new Choices(7)));
  expect(drawn(new Choices(7))).not.toEqual(drawn(new Choices(8)));
});

test('what is chosen in one part changes nothing in another', () => {
  const [one, other] = [new Choices(7), new Choices(7)];
  drawn(one);
  expect(drawn(one.of('2026-11-09', '09:00', 'windows'))).toEqual(drawn(other.of('2026-11-09', '09:00', 'windows')));
  expect(drawn(one.of('2026-11-09', '09:00'))).not.toEqual(drawn(one.of('2026-11-09', '09:30')));
});

test('of several things each comes as often as its weight says, and none without any', () => {
  const choices = new Choices(7);
  const chosen = Array.from({ length: 1_000 }, () =>
    choices.weighted([
      ['often', 9],
      ['seldom', 1],
      ['never', 0],
    ] as const),
  );
  const count = (what: string): number => chosen.filter((one) => one === what).length;
  expect(count('never')).toBe(0);
  expect(count('seldom')).toBeGreaterThan(60);
  expect(count('seldom')).toBeLessThan(140);
  expect(choices.weighted([['nothing', 0]])).toBeUndefined();
});
