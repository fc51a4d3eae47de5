-- Statements are separated by empty lines.

-- Claims of buyers and sellers. A claim may be known before its order is: then order_id waits for it.
create table claims (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  account_id bigint not null,
  platform text not null,
  native_claim_id text not null,
  native_order_id text not null,
  order_id bigint references orders (id) on delete cascade,
  kind text not null check (kind in ('cancel', 'return', 'exchange')),
  state text check (state in ('requested', 'approved', 'collecting', 'collected', 'on_hold', 'refunded', 'reshipped',
    'done', 'rejected', 'withdrawn')),
  state_known boolean not null,
  native_status text not null,
  requested_at timestamptz not null,
  requested_by text check (requested_by in ('buyer', 'seller', 'marketplace')),
  fault text check (fault in ('buyer', 'seller', 'carrier', 'marketplace')),
  reason text,
  native_reason text,
  reason_text text,
  fee bigint,
  fee_currency text,
  fee_paid_by text check (fee_paid_by in ('buyer', 'seller', 'marketplace', 'shared')),
  fee_method text,
  collected_by text check (collected_by in ('marketplace', 'seller', 'buyer', 'nobody')),
  collection_carrier_id text,
  collection_native_carrier text,
  collection_invoice text,
  collected_at timestamptz,
  replacement_package text,
  replacement_carrier_id text,
  replacement_native_carrier text,
  replacement_invoice text,
  replacement_shipped_at timestamptz,
  replacement_delivered_at timestamptz,
  hold_reason text,
  hold_text text,
  held_since timestamptz,
  decides_at timestamptz,
  ended_at timestamptz,
  native jsonb not null,
  -- Null when nobody has to do anything before a certain time.
  due_at timestamptz,
  due_for text check (due_for in ('answer', 'refund', 'reship')),
  -- 1 once it was told that it is near, 2 once that it has passed.
  due_told smallint,
  -- What a person has to make up his mind about, since the marketplace and the warehouse do not agree.
  conflict text check (conflict in ('canceled_after_shipping', 'cancel_while_shipping', 'order_unknown')),
  conflict_at timestamptz,
  resolved_at timestamptz,
  resolved_by text,
  resolution text,
  first_seen_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  floor_until timestamptz,
  -- When it is to be read by its number, should no feed tell of it before.
  read_at timestamptz,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade,
  unique (account_id, native_claim_id)
) with (fillfactor = 85);

create index claims_by_time on claims (owner_id, requested_at desc, id desc);

create index claims_by_state on claims (owner_id, state, requested_at desc, id desc);

create index claims_by_kind on claims (owner_id, kind, requested_at desc, id desc);

create index claims_by_account on claims (account_id, requested_at desc, id desc);

create index claims_open on claims (owner_id, requested_at desc, id desc)
  where state is null or state not in ('done', 'rejected', 'withdrawn');

create index claims_due on claims (owner_id, due_at, id) where due_at is not null;

create index claims_due_to_tell on claims (owner_id, due_at) where due_at is not null and (due_told is null or due_told = 1);

create index claims_to_resolve on claims (owner_id, conflict_at desc, id desc)
  where conflict is not null and resolved_at is null;

create index claims_by_order on claims (order_id) where order_id is not null;

create index claims_by_native_order on claims (account_id, native_order_id);

create index claims_to_read on claims (account_id, read_at) where read_at is not null;

create table claim_lines (
  claim_id bigint not null references claims (id) on delete cascade,
  nth smallint not null,
  owner_id bigint not null,
  order_line_id bigint references order_lines (id) on delete cascade,
  native_line_id text,
  native_item_id text,
  quantity integer,
  primary key (claim_id, nth)
);

create index claim_lines_by_line on claim_lines (order_line_id) where order_line_id is not null;

create index claim_lines_to_link on claim_lines (claim_id) where order_line_id is null;

-- Every change of a claim that was seen or made.
create table claim_history (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  claim_id bigint not null references claims (id) on delete cascade,
  at timestamptz not null default now(),
  from_kind text,
  to_kind text not null,
  from_state text,
  to_state text,
  from_native text,
  to_native text not null,
  run_id bigint,
  command_id bigint
);

create index claim_history_by_claim on claim_history (claim_id, id);

-- Where goods are collected and where replacements go: personal, like the contacts of orders.
create table claim_contacts (
  claim_id bigint primary key references claims (id) on delete cascade,
  owner_id bigint not null,
  account_id bigint not null,
  sealed bytea not null,
  digest bytea not null,
  updated_at timestamptz not null default now()
);

create index claim_contacts_by_owner on claim_contacts (owner_id);

alter table order_lines
  -- What the marketplace's order says by itself, and what the claims on the line make of it. `status` is both together.
  add column told_status text,
  add column claim_status text,
  add column held boolean not null default false,
  -- Where its quantity left in several parcels.
  add column parts jsonb;

update order_lines set told_status = status;

alter table orders
  -- When it must leave, where its lines tell no day of their own.
  add column ship_within timestamptz,
  add column due_at timestamptz,
  add column due_told smallint;

create index orders_due on orders (owner_id, due_at, id) where due_at is not null;

create index orders_due_to_tell on orders (owner_id, due_at) where due_at is not null and (due_told is null or due_told = 1);

alter table commands add column claim_id bigint references claims (id) on delete cascade;

alter table commands drop constraint commands_kind_check;

alter table commands add constraint commands_kind_check check (
  case
    when claim_id is not null then kind ~ '^(cancel|return|exchange)\.[a-z_]+$' and native_item_id is null
    when order_id is not null then kind in ('acknowledge', 'ship', 'split', 'change_invoice', 'delay', 'hold', 'release', 'cancel')
      and native_item_id is null
    else kind in ('set_stock', 'set_price') and native_item_id is not null end);

alter table commands drop column queue;

-- Commands of one queue go out one after the other, in the order they were asked for: a claim's with its order's.
alter table commands add column queue text not null generated always as (
  case when order_id is not null then 'order|' || order_id::text
    when claim_id is not null then 'claim|' || claim_id::text
    else kind || '|' || native_item_id end) stored;

create index commands_in_turn on commands (account_id, queue, id) where state in ('pending', 'sending', 'unknown');

create index commands_by_queue on commands (account_id, queue, id desc);

create index commands_by_claim on commands (claim_id, id) where claim_id is not null;

drop index commands_by_key;

create unique index commands_by_key on commands (account_id, key)
  where native_item_id is null and state in ('pending', 'sending', 'unknown');

alter table order_hints drop constraint order_hints_cause_check;

alter table order_hints add constraint order_hints_cause_check
  check (cause in ('push', 'set_aside', 'person', 'claim', 'list'));

-- Codes of a marketplace that nobody has mapped, so that a person sees them before they are many.
create table unknown_codes (
  account_id bigint not null,
  owner_id bigint not null,
  -- What it is a code of.
  field text not null check (field in ('order_status', 'claim_status', 'claim_reason', 'carrier')),
  code text not null,
  times integer not null default 1,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (account_id, field, code),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

drop index events_to_mail;

create index events_to_mail on events (owner_id, id) where not mailed and type in
  ('account.unhealthy', 'account.recovered', 'account.key_expiring', 'command.failed', 'order.vanished',
   'webhook.endpoint_paused', 'order.due_soon', 'claim.due_soon', 'claim.conflict');

select guard_owner_rows('claims', 'claim_lines', 'claim_history', 'claim_contacts', 'unknown_codes');
