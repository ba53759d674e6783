import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AllowedTo, PostRef, refTo, ServiceWindowRef, StaffRef, staffRoles } from '@hall/platform/graphql';
import type { CaseContext } from './loaders';
import {
  AcceptanceSlipType,
  ApplicantType,
  CaseActionType,
  CaseType,
  ContactType,
  DecisionType,
  DeliveryType,
  SubmittedMaterialType,
} from './types/case.type';
import { ServiceItemType, ServiceItemVersionType } from './types/item.type';

/** Fields of a contact that lead elsewhere. */
@Resolver(() => ContactType)
export class ContactFieldsResolver {
  @FieldResolver(() => StaffRef, { description: '首问责任人 / First-contact officer' })
  firstOfficer(@Root() { firstOfficerId }: ContactType) {
    return refTo(StaffRef, firstOfficerId);
  }

  @FieldResolver(() => StaffRef, { description: '当前负责人 / Who answers for it now' })
  owner(@Root() { ownerId }: ContactType) {
    return refTo(StaffRef, ownerId);
  }

  @FieldResolver(() => ServiceWindowRef, { nullable: true, description: '接待窗口 / Window' })
  window(@Root() { windowId }: ContactType) {
    return refTo(ServiceWindowRef, windowId);
  }

  @FieldResolver(() => CaseType, { nullable: true, description: '由此受理的办件 / The case that came of it' })
  case(@Root() { caseId }: ContactType, @Ctx() { loaders }: CaseContext) {
    return caseId && loaders.case.load(caseId);
  }
}

/** Fields of a case that lead elsewhere or need a loader. */
@Resolver(() => CaseType)
export class CaseFieldsResolver {
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

  @FieldResolver(() => AcceptanceSlipType, {
    nullable: true,
    description: '受理单（S3.4b） / Acceptance slip in force',
  })
  slip(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.slip.load(id);
  }

  @FieldResolver(() => [CaseActionType], { description: '办件记录 / Who did what' })
  timeline(@Root() { id }: CaseType, @Ctx() { loaders }: CaseContext) {
    return loaders.timeline.load(id);
  }
}

/** Fields of a slip that lead elsewhere. */
@Resolver(() => AcceptanceSlipType)
export class SlipFieldsResolver {
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
