-- Statements are separated by empty lines.

-- Up to when an account's turns by the clock are used up, for what its catalogue lane reads. Those of orders stand on the
-- pull lane itself, which reads nothing else.
create table sync_turns (
  owner_id bigint not null references owners (id) on delete cascade,
  account_id bigint not null,
  sync_type text not null check (sync_type in ('products', 'inventory')),
  turn_at timestamptz not null,
  primary key (account_id, sync_type),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create index sync_turns_by_owner on sync_turns (owner_id);

select guard_owner_rows('sync_turns');

-- Schedules that nothing followed so far.
update lanes set due_at = least(due_at, now()) where kind = 'catalog';
