import { ObjectType } from 'type-graphql';
import { AlertFields, alertOfLevel } from '@hall/platform/deadline-graph';
import { connectionTypes, fromRow, Link, StaffRef, VisibleTo } from '@hall/platform/graphql';
import type { ComplaintAlert } from '../../persistence/handling/alert-queries';
import { complaintDesk } from '../../domain/register/viewer';
import { Loaded } from '../loaded';
import { ComplaintType } from '../register/complaint.type';

/** A complaint that runs out or is late. */
@VisibleTo(...complaintDesk, 'SECTION_HEAD')
@ObjectType('ComplaintAlert', { description: '投诉件时限提醒（A-25、A-30） / A complaint that runs out or is late' })
export class ComplaintAlertType extends AlertFields {
  @Loaded('complaint', () => ComplaintType, '投诉件 / The complaint', { nullable: true })
  readonly complaintId!: string | null;

  @Link(() => StaffRef, '承办人 / Who answers for it')
  readonly responsibleId!: string;
}

/** A page of alerts. */
export const { connection: ComplaintAlertConnection } = connectionTypes('ComplaintAlert', () => ComplaintAlertType);

/** An alert, for readers. */
export function toComplaintAlertType(hallCode: string, alert: ComplaintAlert): ComplaintAlertType {
  const [kind, recipient] = alertOfLevel[alert.kind];
  return fromRow(ComplaintAlertType, { hallCode, ...alert }, { kind, recipient });
}
