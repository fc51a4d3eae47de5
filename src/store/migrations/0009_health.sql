-- How an account is. `alarmed` outlives a change of settings, so that followers hear "unhealthy" and "recovered" in turn.
alter table accounts drop constraint accounts_health_check;

alter table accounts
  add column health_since timestamptz not null default now(),
  add column failures_in_row integer not null default 0,
  add column failing_since timestamptz,
  add column last_good_at timestamptz,
  add column alarmed boolean not null default false,
  -- The days left at the last warning about the present key.
  add column key_warned_at_days smallint;

-- Forced row-level security would hide every row from a migration that is not a superuser's.
alter table accounts no force row level security;

update accounts set
  health = case when health = 'troubled' then 'degraded' else health end,
  health_since = coalesce(health_at, created_at),
  failures_in_row = case when health = 'troubled' then 1 else 0 end,
  failing_since = case when health = 'troubled' then health_at end,
  last_good_at = case when health = 'healthy' then health_at end;

alter table accounts force row level security;

alter table accounts add constraint accounts_health_check
  check (health in ('unchecked', 'healthy', 'degraded', 'unhealthy'));

create index accounts_by_key_end on accounts (owner_id, key_expires_at)
  where key_expires_at is not null and disconnected_at is null;

-- Calls to marketplaces by the hour. Counts and times only, so that a process can add those of all its accounts in
-- one statement.
create table call_tallies (
  -- No foreign key: an account that is gone must not keep the counts of all others from being added.
  account_id bigint not null,
  hour timestamptz not null,
  operation text not null,
  -- `ok`, or the reason of the trouble.
  outcome text not null,
  calls integer not null,
  total_ms bigint not null,
  slowest_ms integer not null,
  -- Calls by how long they took; see src/domain/call-times.ts.
  slots integer[] not null,
  primary key (account_id, hour, operation, outcome)
) with (fillfactor = 70);

-- When each feed was last read to its end, and when the reading under way began.
create table feed_reads (
  account_id bigint not null,
  feed text not null,
  owner_id bigint not null,
  read_at timestamptz,
  begun_at timestamptz,
  primary key (account_id, feed),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create table notification_settings (
  owner_id bigint primary key references owners (id) on delete cascade,
  emails text[] not null,
  events text[] not null,
  language text not null check (language in ('ko', 'en')),
  updated_at timestamptz not null default now()
);

-- Mails that were written and wait to be sent, or were. Each stands for the events that made it.
create table mails (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  account_id bigint,
  event_type text not null,
  recipients text[] not null,
  subject text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  failure text,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);

create index mails_waiting on mails (owner_id, due_at) where state = 'waiting';

create index mails_by_kind on mails (owner_id, event_type, account_id, created_at desc);

create index mails_finished on mails (owner_id, finished_at desc) where state <> 'waiting';

alter table events add column mailed boolean not null default false;

create index events_to_mail on events (owner_id, id) where not mailed and type in
  ('account.unhealthy', 'account.recovered', 'account.key_expiring', 'command.failed', 'order.vanished',
   'webhook.endpoint_paused');

select guard_owner_rows('feed_reads', 'notification_settings', 'mails');
