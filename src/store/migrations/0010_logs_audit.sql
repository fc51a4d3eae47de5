-- A log of a run may stand for several: quiet scheduled runs in a row are folded into the newest of them.
alter table sync_runs add column repeats integer not null default 1;

alter table sync_runs add column first_queued_at timestamptz;

alter table sync_runs add column retry_of bigint references sync_runs (id) on delete set null;

create index sync_runs_by_time on sync_runs (owner_id, queued_at desc, id desc);

create index sync_runs_by_account_time on sync_runs (account_id, queued_at desc, id desc);

create index sync_runs_by_status on sync_runs (owner_id, status, queued_at desc, id desc);

create index sync_runs_by_platform on sync_runs (owner_id, platform, queued_at desc, id desc);

create index sync_runs_with_failures on sync_runs (owner_id, queued_at desc, id desc)
  where failed > 0 or status = 'failed';

create index sync_runs_by_retried on sync_runs (retry_of) where retry_of is not null;

create index set_asides_by_run on set_asides (run_id);

-- A log that is forgotten must not take the rows it could not read with it: those have a time of their own.
alter table set_asides drop constraint set_asides_run_id_fkey;

alter table set_asides add constraint set_asides_run_id_fkey
  foreign key (run_id) references sync_runs (id) on delete set null;

alter table audit_entries add column request_id text;

alter table audit_entries add column ip text;

alter table audit_entries add column result text not null default 'done' check (result in ('done', 'refused'));

create index audit_entries_by_time on audit_entries (owner_id, at desc, id desc);

create index audit_entries_by_actor on audit_entries (owner_id, actor, at desc, id desc);

create index audit_entries_by_action on audit_entries (owner_id, action, at desc, id desc);

create index audit_entries_by_target on audit_entries (owner_id, target_kind, target_id, at desc, id desc);

create index audit_entries_by_account on audit_entries (owner_id, account_id, at desc, id desc)
  where account_id is not null;

-- Each entry's place among the owner's entries, in the order of their commits, and the hash of everything up to it.
-- Apart from the entries, so that these are never updated.
create table audit_chain (
  owner_id bigint not null references owners (id) on delete cascade,
  seq bigint not null,
  entry_id bigint not null unique,
  at timestamptz not null,
  hash bytea not null,
  primary key (owner_id, seq)
);

-- The text of an entry that its hash is made of. jsonb writes equal values in one way only.
create function audit_text(entry audit_entries) returns text language sql stable
  return jsonb_build_array(entry.id, entry.owner_id,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor, entry.action, entry.target_kind,
    entry.target_id, entry.account_id, entry.request_id, entry.ip, entry.result, entry.detail)::text;

-- Runs at the commit, not at the insert: the lock that puts the owner's entries in a row is held for the length of a
-- commit instead of a transaction. The first entry of a transaction links all of them. It runs with the rights of the
-- tables' owner, since the role of owner transactions may not write into the chain.
create function link_audit_entries() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry audit_entries;
  last_seq bigint;
  last_hash bytea;
begin
  if exists (select from audit_chain c where c.entry_id = new.id) then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit ' || new.owner_id, 0));
  select c.seq, c.hash into last_seq, last_hash from audit_chain c
  where c.owner_id = new.owner_id order by c.seq desc limit 1;
  for entry in
    select e.* from audit_entries e
    where e.owner_id = new.owner_id and e.id >= new.id
      and not exists (select from audit_chain c where c.entry_id = e.id) order by e.id
  loop
    last_seq := coalesce(last_seq, 0) + 1;
    last_hash := sha256(coalesce(last_hash, '') || convert_to(audit_text(entry), 'UTF8'));
    insert into audit_chain (owner_id, seq, entry_id, at, hash)
    values (entry.owner_id, last_seq, entry.id, entry.at, last_hash);
  end loop;
  return null;
end $$;

create constraint trigger audit_entries_linked after insert on audit_entries
  deferrable initially deferred for each row execute function link_audit_entries();

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is only ever added to' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entries_unchanged before update on audit_entries
  for each row execute function refuse_audit_change();

-- Korean law has access records kept for two years where many people's data is handled.
create trigger audit_entries_kept before delete on audit_entries
  for each row when (old.at >= now() - interval '730 days') execute function refuse_audit_change();

create trigger audit_entries_whole before truncate on audit_entries
  for each statement execute function refuse_audit_change();

create trigger audit_chain_unchanged before update on audit_chain
  for each row execute function refuse_audit_change();

create trigger audit_chain_kept before delete on audit_chain
  for each row when (old.at >= now() - interval '730 days') execute function refuse_audit_change();

create trigger audit_chain_whole before truncate on audit_chain
  for each statement execute function refuse_audit_change();

-- Deletes the oldest entries of the current owner, never younger ones than the law wants kept. The last link of what
-- went stays, since the chain goes on from its hash.
create function forget_audit(before timestamptz, at_most integer)
  returns table (cut_seq bigint, cut_hash bytea, forgotten bigint)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last_seq bigint;
  gone bigint;
begin
  select max(lowest.seq) into last_seq from (
    select c.seq, bool_and(c.at < least(before, now() - interval '730 days')) over (order by c.seq) as old
    from (
      select l.seq, l.at from audit_chain l join audit_entries e on e.id = l.entry_id
      where l.owner_id = current_owner() order by l.seq limit at_most) c) lowest
  where lowest.old;
  delete from audit_entries e where e.owner_id = current_owner() and e.id in (
    select c.entry_id from audit_chain c where c.owner_id = current_owner() and c.seq <= last_seq);
  get diagnostics gone = row_count;
  delete from audit_chain c where c.owner_id = current_owner() and c.seq < last_seq;
  return query select c.seq, c.hash, gone from audit_chain c
    where gone > 0 and c.owner_id = current_owner() and c.seq = last_seq;
end $$;

-- Only what differs from the default is here.
create table retention_settings (
  owner_id bigint not null references owners (id) on delete cascade,
  kind text not null,
  days integer not null check (days > 0),
  changed_at timestamptz not null default now(),
  primary key (owner_id, kind)
);

-- Contacts are walked in this order when they are forgotten.
create index contacts_by_owner_order on contacts (owner_id, order_id);

drop index contacts_by_owner;

create index contact_reveals_by_owner on contact_reveals (owner_id, id);

select guard_owner_rows('audit_chain', 'retention_settings');
