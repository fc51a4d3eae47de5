-- seen_at is coarse: it moves when the last sighting is older than a part of what the feeds promise, so that reading
-- an unchanged order again does not write its row.
alter table orders add column seen_at timestamptz not null default now(),
  add column check_at timestamptz,
  add column fruitless_checks smallint not null default 0,
  add column vanished_at timestamptz,
  add column vanished_because text check (vanished_because in ('ended', 'not_shown', 'in_part')),
  add column vanished_text text;

alter table order_lines add column vanished_at timestamptz;

-- Orders that were open before anybody checked them are spread over a day.
update orders set check_at = now() + interval '1 day' * random()
where status is null or status not in ('CONFIRMED', 'CANCELED', 'RETURNED', 'EXCHANGED');

create index orders_to_check on orders (account_id, check_at) where check_at is not null;

create index orders_vanished on orders (owner_id, ordered_at desc, id desc) where vanished_at is not null;

-- When the last run began that read the feed to its end: what was not seen since is not in it.
alter table feed_cursors add column complete_from timestamptz;

-- Rows read again by id belong to no run.
alter table set_asides alter column run_id drop not null;

create index set_asides_by_order on set_asides (account_id, native_order_id) where native_order_id is not null;

-- Orders to be read by id, known or not.
create table order_hints (
  account_id bigint not null,
  native_order_id text not null,
  owner_id bigint not null,
  cause text not null check (cause in ('push', 'set_aside', 'person')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  tries smallint not null default 0,
  primary key (account_id, native_order_id),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
) with (fillfactor = 85);

create index order_hints_due on order_hints (account_id, due_at);

insert into order_hints (account_id, native_order_id, owner_id, cause, asked_at, due_at)
select distinct s.account_id, s.native_order_id, s.owner_id, 'set_aside', now(), now() + interval '1 hour' * random()
from set_asides s join accounts a on a.id = s.account_id and a.disconnected_at is null
where s.native_order_id is not null
on conflict do nothing;

-- The secret address of an account. Only a hash of the secret: read before the owner is known, like an API token.
create table account_hooks (
  account_id bigint primary key references accounts (id) on delete cascade,
  owner_id bigint not null references owners (id) on delete cascade,
  hash bytea not null unique,
  created_at timestamptz not null default now()
);

-- What marketplaces pushed. Bodies may hold personal data, so they are sealed; equal ones merge into one row.
create table inbox (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  account_id bigint not null,
  source text not null check (source in ('hook', 'api')),
  digest bytea not null,
  sealed bytea not null,
  times integer not null default 1,
  first_received_at timestamptz not null default now(),
  received_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  processed_at timestamptz,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade,
  unique (account_id, digest)
);

create index inbox_to_process on inbox (owner_id, due_at) where processed_at is null;

create index inbox_by_age on inbox (owner_id, received_at);

select guard_owner_rows('order_hints', 'inbox');
