import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import {
  AllowedTo,
  DepartmentRef,
  PostRef,
  refTo,
  ServiceWindowRef,
  StaffRef,
  staffRoles,
} from '@hall/platform/graphql';
import { targetOf } from '../../domain/cases/change-commitment';
import type { CasePorts } from '../../use-cases/ports';
import type { CaseContext } from '../loaders';
import type { Queries } from '../queries';
import { toTaskType } from './to-case';
import { toSlipTypes } from './to-paper';
import {
  ApplicantType,
  CaseActionType,
  CaseType,
  DecisionType,
  DeliveryType,
  SubmittedMaterialType,
} from './case.type';
import { ContactType } from '../contacts/contact.type';
import { ServiceItemType, ServiceItemVersionType } from '../catalogue/item.type';
import { AcceptanceSlipType, CorrectionNoticeType, DefectType, RefusalReportType } from './paper.type';
import { CaseStepType, JointTaskType } from './part.type';

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

  @FieldResolver(() => ServiceItemType, { description: '事项 / The item' })
  item(@Root() { itemId }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.item.load(itemId);
  }

  @FieldResolver(() => ServiceItemVersionType, {
    description: '受理时的版本；此后修订不影响本件 / The version the case was accepted under',
  })
  itemVersion(@Root() { itemId, itemVersion }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.itemVersion.load({ itemId, number: itemVersion });
  }

  @FieldResolver(() => ApplicantType, { description: '申请人（脱敏） / Applicant, masked' })
  @AllowedTo(...staffRoles, 'APPLICANT', 'ADMIN')
  applicant(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.applicant.load(id);
  }

  @FieldResolver(() => ServiceWindowRef, {
    description: '受理窗口，也是领取窗口（S3.4c） / The one window the applicant deals with',
  })
  window(@Root() { windowId }: CaseType) {
    return refTo(ServiceWindowRef, windowId);
  }

  @FieldResolver(() => PostRef, { description: '经办岗位 / Post that handles it' })
  post(@Root() { postId }: CaseType) {
    return refTo(PostRef, postId);
  }

  @FieldResolver(() => StaffRef, { nullable: true, description: '受理人 / Who accepted it' })
  acceptedBy(@Root() { acceptedById }: CaseType) {
    return refTo(StaffRef, acceptedById);
  }

  @FieldResolver(() => StaffRef, {
    description: '当前责任人：始终恰有一人（S5.2a） / The one person who answers for the case now',
  })
  responsible(@Root() { responsibleId }: CaseType) {
    return refTo(StaffRef, responsibleId);
  }

  @FieldResolver(() => ContactType, { nullable: true, description: '首次接待 / The first contact it came from' })
  contact(@Root() { contactId }: CaseType, @Ctx() { loaders }: CaseContext) {
    return contactId && loaders.contact.load(contactId);
  }

  @FieldResolver(() => [SubmittedMaterialType], { description: '已收材料 / Materials that were handed in' })
  materials(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.materials.load(id);
  }

  @FieldResolver(() => ServiceWindowRef, {
    nullable: true,
    description: '替代领取窗口；未指定为 null（A-11） / The one window that stands in; null without one',
  })
  substituteWindow(@Root() { substituteWindowId }: CaseType) {
    return refTo(ServiceWindowRef, substituteWindowId);
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

  @FieldResolver(() => [CorrectionNoticeType], { description: '全部通知书，最新在前 / Every notice, the newest first' })
  correctionNotices(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.notices.load(id);
  }

  @FieldResolver(() => [DefectType], {
    description: '材料问题及补正情况 / What was found wanting, and when it was settled',
  })
  defects(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.defects.load(id);
  }

  @FieldResolver(() => RefusalReportType, {
    nullable: true,
    description: '不予受理（决定）报备 / The refusal that was reported upwards',
  })
  refusal(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.refusal.load(id);
  }

  @FieldResolver(() => [CaseStepType], { description: '环节（S2.3b） / Steps inside the department' })
  steps(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.steps.load(id);
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

  @FieldResolver(() => [CaseActionType], { description: '办件记录 / Who did what' })
  timeline(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.timeline.load(id);
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

  @FieldResolver(() => ServiceWindowRef, { description: '领取窗口 / Where the result is collected' })
  pickupWindow(@Root() { pickupWindowId }: AcceptanceSlipType) {
    return refTo(ServiceWindowRef, pickupWindowId);
  }
}

/** Fields of a decision that lead elsewhere. */
@Resolver(() => DecisionType)
export class DecisionFieldsResolver {
  @FieldResolver(() => StaffRef, { description: '决定人 / By whom' })
  decidedBy(@Root() { decidedById }: DecisionType) {
    return refTo(StaffRef, decidedById);
  }
}

/** Fields of a delivery that lead elsewhere. */
@Resolver(() => DeliveryType)
export class DeliveryFieldsResolver {
  @FieldResolver(() => ServiceWindowRef, { description: '送达窗口 / At which window' })
  window(@Root() { windowId }: DeliveryType) {
    return refTo(ServiceWindowRef, windowId);
  }

  @FieldResolver(() => StaffRef, { description: '送达人 / By whom' })
  deliveredBy(@Root() { deliveredById }: DeliveryType) {
    return refTo(StaffRef, deliveredById);
  }
}

/** Fields of a line of the record that lead elsewhere. */
@Resolver(() => CaseActionType)
export class CaseActionFieldsResolver {
  @FieldResolver(() => StaffRef, {
    nullable: true,
    description: '经办人；系统所为则为 null / Who did it; null for the system',
  })
  officer(@Root() { officerId }: CaseActionType) {
    return refTo(StaffRef, officerId);
  }

  @FieldResolver(() => StaffRef, { nullable: true, description: '代谁办理 / On whose behalf' })
  actingFor(@Root() { actingForId }: CaseActionType) {
    return refTo(StaffRef, actingForId);
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

  @FieldResolver(() => StaffRef, { description: '告知责任人（S4.5a） / Who issued it' })
  issuedBy(@Root() { issuedById }: CorrectionNoticeType) {
    return refTo(StaffRef, issuedById);
  }

  @FieldResolver(() => StaffRef, {
    nullable: true,
    description: '批准再次告知的负责人（A-14） / The head who let an omission be notified',
  })
  approvedBy(@Root() { approvedById }: CorrectionNoticeType) {
    return refTo(StaffRef, approvedById);
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

  @FieldResolver(() => StaffRef, { description: '经办人 / Who handled it' })
  handledBy(@Root() { handledById }: RefusalReportType) {
    return refTo(StaffRef, handledById);
  }

  @FieldResolver(() => StaffRef, { nullable: true, description: '签收的上级 / The superior who has read it' })
  readBy(@Root() { readById }: RefusalReportType) {
    return refTo(StaffRef, readById);
  }

  @FieldResolver(() => ServiceWindowRef, { nullable: true, description: '应去的窗口（S4.4c） / The right window' })
  referToWindow(@Root() { referToWindowId }: RefusalReportType) {
    return refTo(ServiceWindowRef, referToWindowId);
  }
}

/** Fields of a step that lead elsewhere. */
@Resolver(() => CaseStepType)
export class StepFieldsResolver {
  @FieldResolver(() => StaffRef, { nullable: true, description: '移交人 / Who passed it on' })
  passedBy(@Root() { passedById }: CaseStepType) {
    return refTo(StaffRef, passedById);
  }
}

/** Fields of a joint task that lead elsewhere. */
@Resolver(() => JointTaskType)
export class TaskFieldsResolver {
  @FieldResolver(() => DepartmentRef, { description: '部门 / Department' })
  department(@Root() { departmentId }: JointTaskType) {
    return refTo(DepartmentRef, departmentId);
  }

  @FieldResolver(() => StaffRef, { nullable: true, description: '提出人 / Who gave the opinion' })
  givenBy(@Root() { givenById }: JointTaskType) {
    return refTo(StaffRef, givenById);
  }
}
