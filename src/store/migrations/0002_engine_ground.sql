-- What happened, for whoever follows it: outbound webhooks, live streams, notices. Written in the transaction of the
-- change itself, so an event exists exactly when its change does.
create table events (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  type text not null,
  account_id bigint,
  data jsonb not null,
  at timestamptz not null default now(),
  -- Ids are given out before their transaction commits. A reader who goes by id alone would miss the late ones, so
  -- it stops before the oldest transaction still open.
  txid xid8 not null default pg_current_xact_id(),
  fanned_out boolean not null default false
);

create index events_by_owner on events (owner_id, id);

create index events_to_fan_out on events (owner_id, id) where not fanned_out;

-- Who did what. Rows are only ever added.
create table audit_entries (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  target_kind text not null,
  target_id bigint,
  account_id bigint,
  detail jsonb not null
);

create index audit_entries_by_owner on audit_entries (owner_id, id desc);

-- Work that an owner's rows ask for, moved into the job queue after the commit. Times only, so that the mover needs no
-- owner: the job itself works inside one.
create table job_wishes (
  owner_id bigint not null references owners (id) on delete cascade,
  queue text not null,
  due_at timestamptz not null,
  primary key (owner_id, queue)
) with (fillfactor = 50);

create index job_wishes_due on job_wishes (due_at);

alter table lanes drop constraint lanes_kind_check;

alter table lanes add constraint lanes_kind_check check (kind in ('pull', 'commands', 'reread'));

-- Forced row-level security would hide every row from a migration that is not a superuser's.
alter table accounts no force row level security;

insert into lanes (account_id, kind, owner_id, due_at)
select id, 'reread', owner_id, 'infinity' from accounts where disconnected_at is null;

alter table accounts force row level security;

-- Makes rows of owner tables visible to their owner only, also for whoever owns the tables.
create function guard_owner_rows(variadic tables text[]) returns void language plpgsql as $$
declare scoped text;
begin
  foreach scoped in array tables
  loop
    execute format('alter table %I enable row level security', scoped);
    execute format('alter table %I force row level security', scoped);
    execute format('create policy own_rows on %I using (owner_id = (select current_owner()))
      with check (owner_id = (select current_owner()))', scoped);
  end loop;
end $$;

select guard_owner_rows('events', 'audit_entries');
