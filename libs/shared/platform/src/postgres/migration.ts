import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration. There is no way back but a backup (ADR 24): what was taken away cannot be given back by a statement. */
export abstract class ForwardMigration implements MigrationInterface {
  abstract up(queryRunner: QueryRunner): Promise<void>;

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}

/**
 * Takes the place of all migrations before it: makes the whole schema in an empty database, and brings a database that the
 * replaced ones have made to the very same schema.
 */
export abstract class BaselineMigration extends ForwardMigration {
  /** The whole schema. */
  protected abstract readonly create: string;
  /** From the last of {@link replaces} to the same schema. */
  protected abstract readonly upgrade: string;
  /** The names of the migrations that it takes the place of. */
  protected abstract readonly replaces: readonly string[];

  async up(queryRunner: QueryRunner): Promise<void> {
    const applied = (await queryRunner.query('select name from migrations order by id')) as { name: string }[];
    if (applied.length === 0) return queryRunner.query(this.create);
    const missing = this.replaces.filter((name) => !applied.some((each) => each.name === name));
    const unknown = applied.filter(({ name }) => !this.replaces.includes(name)).map(({ name }) => name);
    if (missing.length === 0 && unknown.length === 0) return queryRunner.query(this.upgrade);
    throw new Error(
      `this database is neither empty nor at the version that can be upgraded; missing: ${missing.join(', ') || 'none'}, unknown: ${unknown.join(', ') || 'none'}`,
    );
  }
}
