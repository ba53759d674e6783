import { Field, ID, ObjectType } from 'type-graphql';
import { escalationLevels, isUuid } from '@hall/kernel';
import type { EscalationLevel } from '@hall/kernel';
import type { WaitingRow } from '../deadlines';
import { enumOf, fromRow, globalId, Link, ServiceWindowRef } from '../graphql';

const EscalationLevelEnum = enumOf(
  'EscalationLevel',
  escalationLevels,
  '期限已到的级别（A-30） / A level of a deadline',
  {
    AMBER: '预警 / The last part of the time has begun',
    RED: '临期 / The last day or hour has begun',
    BREACHED: '逾期 / It is broken',
    SECTION_HEAD: '已报部门负责人 / Told to the section head',
    CENTRE_LEADER: '已报中心领导 / Told to the centre’s leader',
  },
);

/** What a kind of thing that waits means, and which mutations answer it. */
export interface WaitingMeaning {
  readonly text: string;
  readonly answers: readonly string[];
}

/** What everything that waits for somebody says, whatever it is. */
@ObjectType()
export abstract class WaitingFields {
  @Field(() => ID, { description: '标识：等待期间不变 / Id; the same as long as it waits' })
  id!: string;

  @Field(() => ID, { description: '答复操作所需的标识或编号 / The id or number that the mutations in `answers` take' })
  key!: string;

  @Field(() => Date, {
    nullable: true,
    description: '自何时起；未记录为 null / Since when; null where that is not kept',
  })
  since!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: '期限；无期限或中止为 null / Until when; null without a clock, or while it stands still',
  })
  dueAt!: Date | null;
}

/** What it says besides where deadlines are kept. */
@ObjectType()
export abstract class TimedWaitingFields extends WaitingFields {
  @Field(() => EscalationLevelEnum, {
    nullable: true,
    description: '期限已到的级别 / The last level that its deadline has reached',
  })
  level!: EscalationLevel | null;

  @Link(() => ServiceWindowRef, '窗口 / The window, where it is at one', { nullable: true })
  readonly windowId!: string | null;
}

/**
 * Makes the enumerations of a service's list of what waits: its kinds, and the mutations that answer them.
 *
 * @param name of the type of one thing; the enumerations are called after it
 */
export function waitingEnums<Kind extends string>(name: string, meanings: Readonly<Record<Kind, WaitingMeaning>>) {
  const kinds = Object.keys(meanings) as Kind[];
  const texts = Object.fromEntries(kinds.map((kind) => [kind, meanings[kind].text])) as Record<Kind, string>;
  const KindEnum = enumOf(`${name}Kind`, kinds, '等待办理的种类 / What can wait for somebody', texts);
  const answers = [...new Set(kinds.flatMap((kind) => meanings[kind].answers))];
  const said = Object.fromEntries(answers.map((answer) => [answer, `同名操作 / The mutation ${answer}`]));
  const AnswerEnum = enumOf(`${name}Answer`, answers, '可作答复的操作 / Mutations that answer what waits', said);
  return { KindEnum, AnswerEnum };
}

/** A row, for readers: without the authority that it takes no mutation answers it. */
export function toWaiting<T extends WaitingFields, Row extends Omit<WaitingRow, 'subject' | 'subjectId'>>(
  type: new () => T,
  hallCode: string,
  { key, may, ...row }: Row,
  meanings: Readonly<Record<string, WaitingMeaning>>,
): T {
  const shown = {
    key: isUuid(key) ? globalId({ hallCode, id: key }) : key,
    answers: may ? meanings[row.kind]!.answers : [],
  };
  return fromRow(type, { hallCode, ...row }, shown as never);
}
