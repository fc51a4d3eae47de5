-- When a shop is read by itself. The most special level that has a schedule for a type counts: the account's, the
-- marketplace's, the owner's.
create table schedules (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  name text not null,
  account_id bigint,
  platform text,
  interval_minutes integer not null check (interval_minutes between 1 and 10080),
  sync_types text[] not null check (cardinality(sync_types) > 0),
  -- Minutes of the owner's day; null is the whole day. An end before the start lies on the next day.
  active_from smallint check (active_from between 0 and 1439),
  active_to smallint check (active_to between 0 and 1440),
  -- Monday is 1. The days on which the active hours begin.
  active_days smallint[] not null check (cardinality(active_days) > 0),
  paused_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((active_from is null) = (active_to is null)),
  check (active_from is distinct from active_to or active_from is null),
  check (account_id is null or platform is null),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create index schedules_by_owner on schedules (owner_id, id);

select guard_owner_rows('schedules');

-- Up to when an account's turns by the clock are used up.
alter table lanes add column turn_at timestamptz;

-- Lanes whose holder may have died; few at any time.
create index lanes_held on lanes (kind, held_until) where holder is not null;

create index lanes_by_owner on lanes (owner_id, kind);

alter table sync_runs add column total integer;

alter table sync_runs add column feed text;

alter table sync_runs add column updated_at timestamptz;

alter table sync_runs add column cancel_asked_at timestamptz;

alter table sync_runs drop constraint sync_runs_status_check;

alter table sync_runs add constraint sync_runs_status_check
  check (status in ('queued', 'running', 'success', 'partial', 'failed', 'canceled'));

-- Followers read in the order of transactions: whatever commits later stands later.
create index events_by_transaction on events (owner_id, txid, id);
