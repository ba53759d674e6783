/**
 * The tables through which a service speaks and listens: outbox, inbox, dead letters, idempotency keys. What was said
 * is never rewritten; the application role may only keep the books of publishing.
 */
export function messagingTables(appRole: string): string {
  return `
create table outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  hall_code text not null,
  type text not null,
  aggregate_id text not null,
  sequence bigint not null,
  envelope jsonb not null,
  occurred_at timestamptz not null,
  published_at timestamptz,
  publications integer not null default 0,
  attempts integer not null default 0,
  last_error text,
  constraint outbox_event_unique unique (event_id)
);
create index outbox_pending on outbox (id) where published_at is null;
create index outbox_by_time on outbox using brin (occurred_at);

create table inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

create table dead_letters (
  id bigint generated always as identity primary key,
  consumer text not null,
  subject text not null,
  payload text not null,
  reason text not null,
  attempts integer not null,
  died_at timestamptz not null default now(),
  replayed_at timestamptz
);

create table idempotency_keys (
  hall_code text not null,
  actor text not null,
  operation text not null,
  key text not null,
  request_hash text not null,
  result jsonb,
  created_at timestamptz not null default now(),
  primary key (hall_code, actor, operation, key)
);

grant select, insert on outbox, inbox, dead_letters, idempotency_keys to ${appRole};
grant update (published_at, publications, attempts, last_error) on outbox to ${appRole};
grant update (replayed_at) on dead_letters to ${appRole};
grant update (result) on idempotency_keys to ${appRole};
`;
}
