import type { MigrationInterface, QueryRunner } from 'typeorm';

const create = `
-- Each hall takes a notice over for itself. A correction is another revision; the highest one is in force (A-30).
create table calendar_years (
  hall_code text not null references halls,
  year integer not null,
  revision integer not null check (revision > 0),
  notice_reference text not null,
  off_days date[] not null,
  make_up_days date[] not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (hall_code, year, revision)
);
grant select, insert on calendar_years to staffing_app;
`;

/** The years of the working-day calendar that halls have published. */
export class CreateCalendarYears1790000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(create);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table calendar_years');
  }
}
