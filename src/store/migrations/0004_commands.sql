-- A command is meant for an order and its lines, or for one thing on sale as the marketplace names it.
alter table commands
  alter column order_id drop not null,
  add column native_item_id text,
  -- Who goes first when calls wait: clicks, fresh orders, stock, bulk work.
  add column lane text not null default 'click' check (lane in ('click', 'fresh', 'stock', 'bulk')),
  add column lane_rank smallint not null
    generated always as (case lane when 'click' then 0 when 'fresh' then 1 when 'stock' then 2 else 3 end) stored,
  -- Commands of one queue go out one after the other, in the order they were asked for.
  add column queue text not null generated always as (
    case when order_id is null then kind || '|' || native_item_id else 'order|' || order_id::text end) stored,
  -- Its place among the others of its lane. A newer value takes over the place of the one it replaces, so that what
  -- changes often is not moved to the end for ever.
  add column waiting_since timestamptz not null default now(),
  -- From here the day is counted after which it is given up.
  add column tried_since timestamptz not null default now(),
  add column sent_at timestamptz,
  -- A call that it shared was refused as a whole, so it is sent by itself.
  add column alone boolean not null default false,
  add column retried integer not null default 0,
  add column superseded_by bigint,
  add column plan_id bigint;

alter table commands alter column lane drop default;

alter table commands drop constraint commands_kind_check;

alter table commands add constraint commands_kind_check check (
  case when order_id is not null then kind in ('acknowledge', 'ship', 'change_invoice', 'delay') and native_item_id is null
    else kind in ('set_stock', 'set_price') and native_item_id is not null end);

alter table commands drop constraint commands_state_check;

alter table commands add constraint commands_state_check check (state in
  ('pending', 'sending', 'unknown', 'done', 'partial', 'refused', 'dead', 'superseded', 'canceled'));

alter table command_items drop constraint command_items_pkey;

alter table command_items
  add column id bigint generated always as identity primary key,
  alter column order_line_id drop not null;

create unique index command_items_by_line on command_items (command_id, order_line_id);

alter table command_items drop constraint command_items_state_check;

alter table command_items add constraint command_items_state_check
  check (state in ('pending', 'unknown', 'done', 'refused', 'canceled'));

drop index commands_by_key;

-- The same wish for an order is never open twice, however many ask at the same moment.
create unique index commands_by_key on commands (account_id, key)
  where order_id is not null and state in ('pending', 'sending', 'unknown');

drop index commands_open;

create index commands_next on commands (account_id, lane_rank, waiting_since, id)
  where state in ('pending', 'sending', 'unknown');

create index commands_in_turn on commands (account_id, queue, id) where state in ('pending', 'sending', 'unknown');

create index commands_by_queue on commands (account_id, queue, id desc);

drop index commands_by_owner;

create index commands_by_owner on commands (owner_id, created_at desc, id desc);

create index commands_by_account on commands (account_id, created_at desc, id desc);

create index commands_open on commands (owner_id, created_at desc, id desc)
  where state in ('pending', 'sending', 'unknown');

create index commands_failed on commands (owner_id, created_at desc, id desc)
  where state in ('partial', 'refused', 'dead');

create index commands_by_plan on commands (plan_id, id) where plan_id is not null;

-- While the marketplace turns an account away, or one kind of write, nothing of that kind is sent for it.
create table command_pauses (
  account_id bigint not null,
  owner_id bigint not null,
  -- 'any', or the kind of command it holds up.
  kind text not null,
  until timestamptz not null,
  failures integer not null,
  trouble jsonb not null,
  primary key (account_id, kind),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

select guard_owner_rows('command_pauses');
