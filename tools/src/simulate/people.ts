import type { Choices } from './choices';

/** Who asks the hall for something, or works in it. */
export interface Person {
  readonly account: string;
  readonly name: string;
  readonly role:
    'ADMIN' | 'CENTRE_LEADER' | 'CENTRE_OFFICE' | 'SECTION_HEAD' | 'DESK_OFFICER' | 'OFFICER' | 'APPLICANT' | 'ANALYST';
}

/** A member of staff, as the hall knows them. */
export interface Member extends Person {
  readonly id: string;
  readonly departmentId: string;
}

/** Somebody who comes to the hall. */
export interface Applicant extends Person {
  readonly idNumber: string;
  readonly phone: string;
}

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'];
const givenNames = [
  '伟',
  '芳',
  '秀英',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '霞',
  '平',
  '桂兰',
];

/** A name that anybody could have. */
export function nameOf(choices: Choices): string {
  return `${choices.one(surnames)}${choices.one(givenNames)}`;
}

/** People who do not exist, with numbers that could be theirs. */
export function applicantsOf(choices: Choices, count: number): readonly Applicant[] {
  return Array.from({ length: count }, (_, n) => {
    const of = choices.of('applicant', n);
    const phone = `139${String(of.between(0, 99_999_999)).padStart(8, '0')}`;
    return { account: `visitor-${n + 1}`, name: nameOf(of), role: 'APPLICANT', idNumber: identityNumber(of, n), phone };
  });
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The number of somebody who was born in the district; no two have the same. */
function identityNumber(choices: Choices, n: number): string {
  const two = (most: number): string => String(choices.between(1, most)).padStart(2, '0');
  const digits = `110105${choices.between(1945, 2004)}${two(12)}${two(28)}${String(n % 1000).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return `${digits}${'10X98765432'[sum % 11]}`;
}
