-- Statements are separated by empty lines.

-- How stock is told to shops, for each owner; without a row the usual way.
create table stock_settings (
  owner_id bigint primary key references owners (id) on delete cascade,
  -- Whether shops are told by themselves, or only when asked.
  continuous boolean not null default true,
  -- From so few on only one shop sells.
  last_units integer not null default 0 check (last_units >= 0),
  last_units_account_id bigint,
  foreign key (owner_id, last_units_account_id) references accounts (owner_id, id) on delete set null (last_units_account_id)
);

alter table listing_items
  -- Whether its stock follows the ledger.
  add column follows_stock boolean not null default true,
  -- So many are never offered here, and of the rest this share.
  add column buffer integer not null default 0 check (buffer >= 0),
  add column share_percent smallint not null default 100 check (share_percent between 1 and 100),
  -- What the hub has decided last that the shop may sell, and what a reading showed instead.
  add column wanted_quantity integer,
  add column wanted_at timestamptz,
  add column drift_quantity integer,
  add column drift_at timestamptz,
  -- Less than was wanted may be a sale that has not been read yet: it counts once orders were read after it was seen.
  add column drift_confirmed boolean not null default false;

create index listing_items_drifting on listing_items (owner_id, drift_at desc, id desc) where drift_at is not null;

create index listing_items_to_read on listing_items (account_id, read_at nulls first, id) where gone_at is null;

-- SKUs whose number has changed since shops were told. Written in the transaction of the change, taken by who tells.
create table stock_changes (
  owner_id bigint not null references owners (id) on delete cascade,
  sku_id bigint not null references skus (id) on delete cascade,
  -- The shop whose orders brought it about; null for the seller's own change.
  account_id bigint,
  -- So many were taken there, in units of the SKU.
  units integer not null,
  ordered_at timestamptz,
  seen_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (sku_id, account_id)
);

create index stock_changes_by_owner on stock_changes (owner_id, seen_at);

-- What a shop was told because of a sale in another one: how long that took is the oversell window.
create table stock_pushes (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  sku_id bigint not null,
  from_account_id bigint not null,
  to_account_id bigint not null,
  command_id bigint not null,
  ordered_at timestamptz,
  seen_at timestamptz not null,
  decided_at timestamptz not null default clock_timestamp()
);

create index stock_pushes_by_pair on stock_pushes (owner_id, from_account_id, to_account_id, id desc);

create index stock_pushes_by_age on stock_pushes (owner_id, decided_at);

create index stock_pushes_by_command on stock_pushes (command_id);

select guard_owner_rows('stock_settings', 'stock_changes', 'stock_pushes');
