import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { YearMonth, HallKey } from '@hall/kernel';
import {
  AllowedTo,
  AllowedToAnyone,
  createType,
  parseDatedCursor,
  globalId,
  keyOf,
  PageArgs,
  pageSize,
  staffRoles,
  toConnection,
  toCursor,
  YearMonthScalar,
  Input,
} from '@hall/platform/graphql';
import { assess } from '../../domain/conduct/assessment';
import { isAssessorOf } from '../../domain/conduct/assessor';
import { recordConduct } from '../../use-cases/conduct/record-conduct';
import { reviseConductRule } from '../../use-cases/conduct/revise-conduct-rule';
import { appealConduct, decideConduct, respondToConduct } from '../../use-cases/conduct/settle-conduct';
import {
  RecordConductInput,
  ReviseConductRuleInput,
  AppealConductInput,
  DecideConductInput,
  RespondToConductInput,
} from './conduct.input';
import type { StaffingContext, StaffingParts } from '../loaders';
import {
  AppealConductResult,
  DecideConductResult,
  RecordConductResult,
  RespondToConductResult,
  ReviseConductRuleResult,
  AssessmentType,
  ConductRecordConnection,
  ConductRecordType,
  ConductRuleRevisionType,
  ConductRuleType,
} from './conduct.type';
import { StaffType } from '../structure/structure.type';
import { toAssessmentType, toConductRuleType, toConductType } from './to-conduct';
import { act } from '../results';

/** Rules of conduct, breaches of them, and the month in points. */
@Resolver(() => ConductRecordType)
export class ConductResolver {
  constructor(private readonly parts: StaffingParts) {}

  @Query(() => [ConductRuleType], {
    description: '行为规范与考核分值，本大厅现行（A-17） / Rules of conduct with their points, as the hall has them',
  })
  @AllowedTo(...staffRoles, 'ADMIN')
  async conductRules(@Ctx() { actor, loaders, locale }: StaffingContext) {
    const rules = await loaders.conductRules.load(actor.hallCode ?? '');
    return rules.map((rule) => toConductRuleType(rule, locale));
  }

  @Query(() => ConductRecordConnection, {
    description: '行为记录，最新在前；部门负责人限本部门 / Records, the newest first; heads see their own department',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  async conductRecords(
    @Arg('onlyOpen', () => Boolean, { nullable: true, description: '仅待处理 / Only those without a final decision' })
    onlyOpen: boolean | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { actor, viewer, loaders, locale }: StaffingContext,
  ) {
    const size = pageSize(first);
    const isAbove = (await viewer()).roles.some((role) => role === 'CENTRE_OFFICE' || role === 'CENTRE_LEADER');
    const me = isAbove ? null : await loaders.caller.load('me');
    if (!isAbove && me === null) return toConnection([], size, () => '');
    const filter = { onlyOpen: onlyOpen ?? false, departmentId: me?.departmentId ?? null };
    const hallCode = actor.hallCode ?? '';
    const rules = await loaders.conductRules.load(hallCode);
    const rows = await this.parts.reads.conduct.recordPage(hallCode, filter, parseDatedCursor(after), size);
    return toConnection(
      rows,
      size,
      ({ recordedAt, id }) => toCursor(recordedAt, id),
      (row) => toConductType(row, rules, locale),
    );
  }

  @Mutation(() => RecordConductResult, {
    description: '记录违规行为（S4.5b） / Writes down a breach of the rules of conduct',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  recordConduct(@Input(() => RecordConductInput) input: RecordConductInput, @Ctx() context: StaffingContext) {
    const { staffId: staff, occurredAt = null, ...seen } = input;
    return act(this.parts, context, recordConduct, { staff, occurredAt, ...seen }, (record) =>
      this.#load(record, context),
    );
  }

  @Mutation(() => RespondToConductResult, { description: '本人陈述（S4.5b） / The person is heard' })
  @AllowedTo(...staffRoles)
  respondToConduct(@Input(() => RespondToConductInput) input: RespondToConductInput, @Ctx() context: StaffingContext) {
    const { conductRecordId: key, statement: text, idempotencyKey } = input;
    return act(this.parts, context, respondToConduct, { key, text, idempotencyKey }, (record) =>
      this.#load(record, context),
    );
  }

  @Mutation(() => DecideConductResult, {
    description: '决定，或对申诉作出决定（S4.5b） / Decides about a breach, or about the appeal against a decision',
  })
  @AllowedTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER')
  decideConduct(@Input(() => DecideConductInput) input: DecideConductInput, @Ctx() context: StaffingContext) {
    const { conductRecordId: key, upheld: isUpheld, points = null, ...why } = input;
    return act(this.parts, context, decideConduct, { key, isUpheld, points, ...why }, (record) =>
      this.#load(record, context),
    );
  }

  @Mutation(() => AppealConductResult, { description: '申诉，一次（S4.5b） / The person appeals, once' })
  @AllowedTo(...staffRoles)
  appealConduct(@Input(() => AppealConductInput) input: AppealConductInput, @Ctx() context: StaffingContext) {
    const { conductRecordId: key, grounds: text, idempotencyKey } = input;
    return act(this.parts, context, appealConduct, { key, text, idempotencyKey }, (record) =>
      this.#load(record, context),
    );
  }

  @Mutation(() => ReviseConductRuleResult, {
    description: '设定本大厅考核分值，或停用一条（A-05、A-17） / Sets the hall’s own points, or switches a rule off',
  })
  @AllowedTo('CENTRE_OFFICE', 'CENTRE_LEADER')
  reviseConductRule(
    @Input(() => ReviseConductRuleInput) input: ReviseConductRuleInput,
    @Ctx() context: StaffingContext,
  ) {
    const { active: isActive, ...said } = input;
    const hallCode = context.actor.hallCode ?? '';
    return act(this.parts, context, reviseConductRule, { hallCode, isActive, ...said }, async (revised) => {
      const rule = (await this.parts.reads.conduct.rules(hallCode)).find((each) => each.clause === revised.clause);
      return rule
        ? createType(ConductRuleRevisionType, { hallCode, rule: toConductRuleType(rule, context.locale) })
        : null;
    });
  }

  async #load(key: HallKey, { loaders, locale }: StaffingContext): Promise<ConductRecordType | null> {
    const [record] = await this.parts.reads.conduct.records([key]);
    return record ? toConductType(record, await loaders.conductRules.load(key.hallCode), locale) : null;
  }
}

/** A person's conduct: theirs to see, and their assessors'. To everybody else there is none. */
@Resolver(() => StaffType)
export class StaffConductResolver {
  constructor(private readonly parts: StaffingParts) {}

  @FieldResolver(() => [ConductRecordType], {
    description: '当月行为记录；仅本人、部门负责人和中心可见 / Records of a month, for the person and their assessors',
  })
  @AllowedToAnyone()
  async conduct(
    @Root() staff: StaffType,
    @Arg('month', () => YearMonthScalar, { description: '月份 / Month' }) month: YearMonth,
    @Ctx() context: StaffingContext,
  ) {
    if (!(await mayRead(staff, context))) return [];
    const records = await context.loaders.conductOf.load({ staffId: staff.id, month });
    const rules = await context.loaders.conductRules.load(keyOf(staff.id).hallCode);
    return records.map((record) => toConductType(record, rules, context.locale));
  }

  @FieldResolver(() => AssessmentType, {
    nullable: true,
    description:
      '当月考核（A-17）；仅本人、部门负责人和中心可见，其他人为 null / The month in points; null for everybody else',
  })
  @AllowedToAnyone()
  async assessment(
    @Root() staff: StaffType,
    @Arg('month', () => YearMonthScalar, { description: '月份 / Month' }) month: YearMonth,
    @Ctx() context: StaffingContext,
  ) {
    if (!(await mayRead(staff, context))) return null;
    const records = await context.loaders.conductOf.load({ staffId: staff.id, month });
    const rules = await context.loaders.conductRules.load(keyOf(staff.id).hallCode);
    return toAssessmentType(assess(records, this.parts.ports.settings['A-17']), rules, context.locale);
  }
}

/** Whether the caller may read what is on record about a person: their own, and what they assess. */
export async function mayRead(staff: StaffType, { loaders }: StaffingContext): Promise<boolean> {
  const caller = await loaders.caller.load('me');
  if (!caller || caller.hallCode !== keyOf(staff.id).hallCode) return false;
  return globalId(caller) === staff.id || isAssessorOf(caller, { departmentId: keyOf(staff.departmentId).id });
}
