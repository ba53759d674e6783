/** The schema of a service as PostgreSQL's own catalogues describe it, and as SQL that makes it again. */

/**
 * @typedef {object} Column
 * @property {string} table
 * @property {string} name
 * @property {string} type
 * @property {boolean} required
 * @property {string | null} fallback default, identity or generation clause
 *
 * @typedef {object} Schema
 * @property {string} name
 * @property {string[]} extensions
 * @property {{ name: string, sql: string }[]} sequences
 * @property {string[]} functions
 * @property {string[]} tables
 * @property {Column[]} columns
 * @property {{ table: string, name: string, kind: string, columns: string[], sql: string }[]} constraints
 * @property {{ table: string, sql: string }[]} indexes
 * @property {{ table: string, sql: string }[]} triggers
 * @property {{ object: string, sql: string }[]} grants
 */

/** The bookkeeping of migrations is no part of what they make. */
const ours = `n.nspname = $1 and c.relname not like 'migrations%'`;

/** @returns {Promise<Schema>} everything in a stable order */
export async function readSchema(client, name) {
  await client.query(`set search_path = ${name}, public`);
  const rows = async (sql) => (await client.query(sql, sql.includes('$1') ? [name] : [])).rows;
  return {
    name,
    extensions: (await rows(`select extname from pg_extension where extname <> 'plpgsql' order by 1`)).map(
      ({ extname }) => extname,
    ),
    sequences: await rows(
      `select c.relname as name, format('start %s increment %s minvalue %s maxvalue %s cache %s%s', s.seqstart, s.seqincrement, s.seqmin,
              s.seqmax, s.seqcache, case when s.seqcycle then ' cycle' else '' end) as sql
         from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
        where ${ours} and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')) order by 1`,
    ),
    functions: (
      await rows(
        `select pg_get_functiondef(p.oid) as sql from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname = $1 order by p.proname, p.oid::regprocedure::text`,
      )
    ).map(({ sql }) => sql.trim()),
    tables: (
      await rows(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('r', 'p') order by 1`,
      )
    ).map(({ name: table }) => table),
    columns: await rows(
      `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
              case when a.attidentity <> '' then 'generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
                   when a.attgenerated <> '' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                   when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end as fallback
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
         left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where ${ours} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by c.relname, a.attname`,
    ),
    constraints: await rows(
      `select c.relname as table, k.conname as name, k.contype as kind, pg_get_constraintdef(k.oid) as sql,
              array(select a.attname::text from unnest(k.conkey) with ordinality as u (num, place)
                      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by u.place) as columns
         from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where ${ours} and k.contype in ('p', 'u', 'x', 'c', 'f') order by c.relname, position(k.contype in 'puxcf'), k.conname`,
    ),
    indexes: await rows(
      `select c.relname as table, pg_get_indexdef(i.indexrelid) as sql
         from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
         join pg_class x on x.oid = i.indexrelid
        where ${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
        order by c.relname, x.relname`,
    ),
    triggers: await rows(
      `select c.relname as table, pg_get_triggerdef(t.oid) as sql
         from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where ${ours} and not t.tgisinternal order by c.relname, t.tgname`,
    ),
    grants: await rows(
      `select object, format('grant %s on %s to %I', rights, target, role) as sql from (
         select c.relname as object, g.grantee::regrole::text as role,
                case when c.relkind = 'S' then 'sequence ' else '' end || quote_ident(c.relname) as target,
                string_agg(lower(g.privilege_type), ', ' order by lower(g.privilege_type)) as rights
           from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
          where ${ours} and g.grantee <> c.relowner group by c.relname, c.relkind, g.grantee
         union all
         select c.relname, g.grantee::regrole::text, quote_ident(c.relname),
                lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attname) || ')'
           from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g
          where ${ours} and g.grantee <> c.relowner group by c.relname, g.grantee, g.privilege_type) granted
        order by object, role, rights`,
    ),
  };
}

/** @param {Schema} schema @returns {string} SQL that makes the schema in an empty database, one object per paragraph */
export function schemaSql(schema) {
  const of = (list, table) => list.filter((entry) => entry.table === table);
  const grantsOf = (object) => schema.grants.filter((grant) => grant.object === object).map(({ sql }) => `${sql};`);
  const local = (sql) => sql.replaceAll(`${schema.name}.`, '');
  const tables = schema.tables.map((table) => {
    const columns = of(schema.columns, table).map(({ name, type, required, fallback }) =>
      [`  ${name} ${type}`, required && 'not null', fallback].filter(Boolean).join(' '),
    );
    const constraints = of(schema.constraints, table).filter(({ kind }) => kind !== 'f');
    const lines = [...columns, ...constraints.map(({ name, sql }) => `  constraint ${name} ${sql}`)];
    return [
      `create table ${table} (\n${lines.join(',\n')}\n);`,
      ...of(schema.indexes, table).map(({ sql }) => `${local(sql)};`),
      ...of(schema.triggers, table).map(({ sql }) => `${local(sql)};`),
      ...grantsOf(table),
    ].join('\n');
  });
  const references = schema.constraints
    .filter(({ kind }) => kind === 'f')
    .map(({ table, name, sql }) => `alter table ${table} add constraint ${name} ${local(sql)};`);
  return `${[
    `-- What the migrations of ${schema.name} make. Generated: npm run fix:rows`,
    ...schema.extensions.map((name) => `create extension if not exists ${name} with schema public;`),
    ...schema.sequences.map(({ name, sql }) => [`create sequence ${name} ${sql};`, ...grantsOf(name)].join('\n')),
    ...schema.functions.map((sql) => `${local(sql)};`),
    ...tables,
    references.join('\n'),
  ].join('\n\n')}\n`;
}
