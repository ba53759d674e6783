import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AllowedTo, staffRoles } from '@hall/platform/graphql';
import { targetOf } from '../../domain/cases/change-commitment';
import type { CasePorts } from '../../use-cases/ports';
import type { CaseContext } from '../loaders';
import type { Queries } from '../queries';
import { toTaskType } from './to-case';
import { toSlipTypes } from './to-paper';
import { CaseType } from './case.type';
import { ServiceItemVersionType } from '../catalogue/item.type';
import { AcceptanceSlipType, CorrectionNoticeType, DefectType, RefusalReportType } from './paper.type';
import { JointTaskType } from './part.type';

/** Fields of a case that lead elsewhere or need a loader. */
@Resolver(() => CaseType)
export class CaseFieldsResolver {
  constructor(private readonly ports: CasePorts) {}

  @FieldResolver(() => Date, {
    nullable: true,
    description:
      '即办件的目标时刻，收件后30分钟；其他类型为 null（A-07） / Until when an on-the-spot case should be finished; null for others',
  })
  targetAt(@Root() root: CaseType) {
    return targetOf(root, this.ports.settings['A-07'].targetMinutes);
  }

  @FieldResolver(() => ServiceItemVersionType, {
    description: '受理时的版本；此后修订不影响本件 / The version the case was accepted under',
  })
  itemVersion(@Root() { itemId, itemVersion }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.itemVersion.load({ itemId, number: itemVersion });
  }

  @FieldResolver(() => AcceptanceSlipType, {
    nullable: true,
    description: '有效的受理单（S3.4b） / Acceptance slip in force',
  })
  async slip(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return toSlipTypes(await loaders.slips.load(id))[0] ?? null;
  }

  @FieldResolver(() => [AcceptanceSlipType], {
    description: '全部受理单，最新在前，含作废的 / Every slip, the newest first, voided ones included',
  })
  async slips(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return toSlipTypes(await loaders.slips.load(id));
  }

  @FieldResolver(() => CorrectionNoticeType, {
    nullable: true,
    description: '最近一次补齐通知书（S4.1b） / The latest notice to complete the materials',
  })
  async correctionNotice(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return (await loaders.notices.load(id))[0] ?? null;
  }

  @FieldResolver(() => [JointTaskType], { description: '联办部门的事项（S3.4d） / The parts of a joint case' })
  async participants(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    const tasks = await loaders.tasks.load(id);
    if (tasks.length === 0) return [];
    const lateness = await loaders.lateness.load(id);
    return tasks.map((task) => toTaskType(task, lateness));
  }

  @FieldResolver(() => Int, { description: '联办件总迟延分钟 / Minutes by which a joint case is late' })
  async lateMinutes(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return (await loaders.lateness.load(id)).total;
  }

  @FieldResolver(() => Int, { description: '归责于牵头部门的迟延分钟 / Of these, the lead department’s own' })
  async leadLateMinutes(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return (await loaders.lateness.load(id)).lead;
  }
}

/** Fields of a slip that lead elsewhere. */
@Resolver(() => AcceptanceSlipType)
export class SlipFieldsResolver {
  constructor(private readonly queries: Queries) {}

  @FieldResolver(() => String, {
    description:
      '查询码：凭编号和查询码可查进度；补开后旧码失效，仅日期变动的沿用旧码（A-09） / Secret for looking up progress; void once the slip was reissued, the same where only the date has moved',
  })
  @AllowedTo(...staffRoles, 'APPLICANT', 'ADMIN')
  secret(@Root() { codeOf }: AcceptanceSlipType) {
    return this.queries.lists.slipSecret(codeOf);
  }

  @FieldResolver(() => String, {
    description: '受理单 PDF 地址（网关之下），一小时内有效 / Address of the PDF below the gateway, good for an hour',
  })
  @AllowedTo(...staffRoles, 'APPLICANT', 'ADMIN')
  pdfUrl(@Root() { number }: AcceptanceSlipType) {
    return this.queries.links.linkTo('slips', number);
  }
}

/** Fields of a notice that lead elsewhere. */
@Resolver(() => CorrectionNoticeType)
export class NoticeFieldsResolver {
  constructor(private readonly queries: Queries) {}

  @FieldResolver(() => String, {
    description: '通知书 PDF 地址（网关之下），一小时内有效 / Address of the PDF below the gateway, good for an hour',
  })
  @AllowedTo(...staffRoles, 'APPLICANT', 'ADMIN')
  pdfUrl(@Root() { number }: CorrectionNoticeType) {
    return this.queries.links.linkTo('notices', number);
  }

  @FieldResolver(() => [DefectType], { description: '须补正的全部内容 / Everything to be corrected' })
  async defects(@Root() { caseId, number }: CorrectionNoticeType, @Ctx() { loaders }: CaseContext) {
    return (await loaders.defects.load(caseId)).filter(({ noticeNumber }) => noticeNumber === number);
  }
}

/** Fields of a refusal report that lead elsewhere. */
@Resolver(() => RefusalReportType)
export class RefusalFieldsResolver {
  constructor(private readonly queries: Queries) {}

  @FieldResolver(() => String, {
    description: '报备表 PDF 地址（网关之下），一小时内有效 / Address of the PDF below the gateway, good for an hour',
  })
  @AllowedTo(...staffRoles, 'APPLICANT', 'ADMIN')
  pdfUrl(@Root() { number }: RefusalReportType) {
    return this.queries.links.linkTo('refusals', number);
  }
}
