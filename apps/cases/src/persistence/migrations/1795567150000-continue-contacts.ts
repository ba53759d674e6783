import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** A contact that had ended goes on when the client comes again the same day; its clocks; what was told of an item. */
export class ContinueContacts1795567150000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table contacts add column item_id uuid;
update contacts k set item_id = i.id from service_items i where i.hall_code = k.hall_code and i.code = k.matter;

alter table contact_touches add column outcome text, add column answer text, add column referred_to text, add column case_id uuid;
alter table contact_touches add constraint contact_touches_ended check ((kind = 'ENDED') = (outcome is not null));

alter table consultations add column material_codes text[] not null default '{}';
alter table consultations drop constraint consultations_pkey;
alter table consultations add constraint consultations_pkey primary key (hall_code, contact_id, item_id, told_at);
alter table consultations drop constraint consultations_mode_check;
alter table consultations add constraint consultations_mode_check check (mode in ('ORAL', 'SHOWN', 'PRINTED', 'ELECTRONIC'));

alter table deadlines drop constraint deadlines_owner_kind_check;
alter table deadlines add constraint deadlines_owner_kind_check check (owner_kind in ('CASE', 'MAJOR_MATTER', 'RATING', 'CONTACT'));
alter table deadlines drop constraint deadlines_subject_check;
alter table deadlines add constraint deadlines_subject_check check (
  subject in ('CASE', 'STEP', 'JOINT_TASK', 'CHECK', 'CORRECTION', 'MAJOR_MATTER', 'RATING', 'CONTACT', 'CONSULTATION'));
`);
  }
}
