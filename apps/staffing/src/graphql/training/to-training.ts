import { createType, globalId, globalIdOrNull } from '@hall/platform/graphql';
import type { DutyReceipt, Training } from '../../domain/training/training';
import { DutyReceiptType, TrainingType } from './training.type';

/** A training, for readers. */
export function toTrainingType(training: Training): TrainingType {
  const { hallCode, kind, topic, heldOn, minutes, notes } = training;
  const attendeeIds = training.attendeeIds.map((id) => globalId({ hallCode, id }));
  return createType(TrainingType, { id: globalId(training), kind, topic, heldOn, minutes, notes, attendeeIds });
}

/** A receipt for duties, for readers. */
export function toReceiptType({ hallCode, staffId, readAt }: DutyReceipt, current: boolean): DutyReceiptType {
  return createType(DutyReceiptType, { readAt, current, staffId: globalIdOrNull(hallCode, staffId) });
}
