-- Secrets that belong to the owner and to no shop are sealed with a data key of the owner's own.
create table owner_keys (
  owner_id bigint primary key references owners (id) on delete cascade,
  vault_key text not null,
  wrapped bytea not null
);

-- Where an owner wants to be told what happened.
create table webhook_endpoints (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  url text not null,
  description text not null,
  -- Empty: all of them.
  event_types text[] not null,
  account_ids bigint[] not null,
  secret bytea not null,
  -- After a change of the secret the one before it signs too, for a while.
  secret_before bytea,
  secret_before_until timestamptz,
  paused_at timestamptz,
  paused_because text check (paused_because in ('asked', 'gone', 'failing')),
  -- Failures since the last success; what has failed several times is left alone until quiet_until.
  failures integer not null default 0,
  failing_since timestamptz,
  last_failure_at timestamptz,
  last_success_at timestamptz,
  quiet_until timestamptz,
  created_at timestamptz not null default now()
);

create index webhook_endpoints_by_owner on webhook_endpoints (owner_id, id);

-- One event on its way to one endpoint. It holds what it tells, so that it can be sent again when the event is forgotten.
create table webhook_deliveries (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  endpoint_id bigint not null references webhook_endpoints (id) on delete cascade,
  -- Null for a test, which no event stands behind.
  event_id bigint,
  message_id text not null,
  type text not null,
  account_id bigint,
  -- What it is about, such as one order: deliveries about the same thing keep their order.
  subject text,
  data jsonb not null,
  occurred_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'delivered', 'failed')),
  -- When it is tried next; while it is being sent, when the sender is given up for dead.
  next_at timestamptz not null default now(),
  tries integer not null default 0,
  -- Each round of tries has a day; sending again begins a new one.
  round_tries integer not null default 0,
  round_started_at timestamptz not null default now(),
  last_status integer,
  last_trouble text,
  delivered_at timestamptz
) with (fillfactor = 80);

create index webhook_deliveries_by_endpoint on webhook_deliveries (endpoint_id, id desc);

create index webhook_deliveries_by_type on webhook_deliveries (endpoint_id, type, id desc);

create index webhook_deliveries_failed on webhook_deliveries (endpoint_id, id desc) where state = 'failed';

create index webhook_deliveries_due on webhook_deliveries (endpoint_id, next_at, id)
  where state in ('waiting', 'sending');

create index webhook_deliveries_in_turn on webhook_deliveries (endpoint_id, subject, id)
  where state in ('waiting', 'sending') and subject is not null;

create index webhook_deliveries_tests on webhook_deliveries (owner_id, id)
  where state in ('waiting', 'sending') and event_id is null;

create index webhook_deliveries_by_age on webhook_deliveries (owner_id, occurred_at);

create table webhook_attempts (
  delivery_id bigint not null references webhook_deliveries (id) on delete cascade,
  nth integer not null,
  owner_id bigint not null,
  at timestamptz not null,
  took_ms integer not null,
  status integer,
  trouble text,
  answer text,
  primary key (delivery_id, nth)
);

create index events_by_age on events (owner_id, at);

select guard_owner_rows('owner_keys', 'webhook_endpoints', 'webhook_deliveries', 'webhook_attempts');
