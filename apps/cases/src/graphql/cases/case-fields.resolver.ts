import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AllowedTo, staffRoles } from '@hall/platform/graphql';
import { targetOf } from '../../domain/cases/change-commitment';
import type { CaseContext } from '../loaders';
import { CaseType, SubmittedMaterialType } from './case.type';
import { CorrectionNoticeType, DefectType } from './paper.type';
import type { CaseParts } from '../queries';

/** Fields of a case that lead elsewhere or need a loader. */
@Resolver(() => CaseType)
export class CaseFieldsResolver {
  constructor(private readonly parts: CaseParts) {}

  @FieldResolver(() => Date, {
    nullable: true,
    description:
      '即办件的目标时刻；其他类型为 null（A-07） / Until when an on-the-spot case should be finished; null for others',
  })
  targetAt(@Root() root: CaseType) {
    return targetOf(root, this.parts.ports.settings['A-07'].targetMinutes);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      '收件查询码：凭办件编号和此码查进度；出具受理单后由单上的取代，为 null（A-09） / Secret for looking up progress by the case number; null once there is a slip, whose own takes its place',
  })
  @AllowedTo(...staffRoles, 'APPLICANT')
  async receiptSecret(@Root() { id, number }: CaseType, @Ctx() { loaders }: CaseContext) {
    return (await loaders.slip.load(id)) ? null : this.parts.queries.lists.progressSecret(number);
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

/** What a notice demands. */
@Resolver(() => CorrectionNoticeType)
export class NoticeFieldsResolver {
  @FieldResolver(() => [DefectType], { description: '须补正的全部内容 / Everything to be corrected' })
  async defects(@Root() { caseId, number }: CorrectionNoticeType, @Ctx() { loaders }: CaseContext) {
    return (await loaders.defects.load(caseId)).filter(({ noticeNumber }) => noticeNumber === number);
  }
}

const nameOfMaterial = {
  nullable: true,
  description:
    '材料名称，取自受理时的版本；版本中没有的为 null / Its name in the version the case was accepted under; null when it has none there',
};

/** What a material that was handed in is called. */
@Resolver(() => SubmittedMaterialType)
export class MaterialFieldsResolver {
  @FieldResolver(() => String, nameOfMaterial)
  async name(@Root() { caseId, code }: SubmittedMaterialType, @Ctx() { loaders }: CaseContext) {
    return (await loaders.materialNames.load(caseId)).get(code) ?? null;
  }
}

/** What a material with something wrong is called. */
@Resolver(() => DefectType)
export class DefectFieldsResolver {
  @FieldResolver(() => String, nameOfMaterial)
  async materialName(@Root() { caseId, materialCode }: DefectType, @Ctx() { loaders }: CaseContext) {
    return (await loaders.materialNames.load(caseId)).get(materialCode) ?? null;
  }
}
