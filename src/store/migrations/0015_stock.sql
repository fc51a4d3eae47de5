-- Statements are separated by empty lines.

-- Where goods lie. One of an owner's locations is the default: orders take from it unless only another one has enough.
create table locations (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  name text not null check (name <> ''),
  is_default boolean not null,
  created_at timestamptz not null default now(),
  unique (owner_id, id),
  unique (owner_id, name)
);

create unique index locations_default on locations (owner_id) where is_default;

-- What there is of a SKU in all places together. Whoever changes stock holds this row first, in the order of SKUs, so that
-- nobody waits in a circle and reads nothing that is about to change.
create table sku_stock (
  sku_id bigint primary key references skus (id) on delete cascade,
  owner_id bigint not null,
  product_id bigint not null,
  on_hand bigint not null default 0,
  reserved bigint not null default 0,
  -- The SKU's own, kept here by a trigger, so that what is running low is found by an index.
  safety_stock integer not null,
  -- When it was first received or counted. Before, nobody knows what there is, and orders take nothing.
  tracked_since timestamptz,
  counted_at timestamptz,
  standing text not null generated always as (
    case when tracked_since is null then 'untracked' when on_hand < reserved then 'oversold'
      when on_hand = reserved then 'out' when on_hand - reserved <= safety_stock then 'low' else 'enough' end) stored,
  -- The standing that was told of last.
  told text,
  changed_at timestamptz not null default now()
) with (fillfactor = 80);

create index sku_stock_in_order on sku_stock (owner_id, sku_id desc);

create index sku_stock_by_standing on sku_stock (owner_id, standing, sku_id);

create index sku_stock_low on sku_stock (owner_id, product_id) where standing in ('low', 'out', 'oversold');

insert into sku_stock (sku_id, owner_id, product_id, safety_stock)
select id, owner_id, product_id, safety_stock from skus;

-- Every SKU has its row from the beginning.
create function begin_sku_stock() returns trigger language plpgsql as $$
begin
  insert into sku_stock (sku_id, owner_id, product_id, safety_stock)
  select id, owner_id, product_id, safety_stock from fresh order by id;
  return null;
end $$;

create trigger skus_begin_stock after insert on skus referencing new table as fresh
  for each statement execute function begin_sku_stock();

create function follow_safety_stock() returns trigger language plpgsql as $$
begin
  perform from sku_stock s join now_rows n on n.id = s.sku_id where s.safety_stock <> n.safety_stock
  order by s.sku_id for update of s;
  update sku_stock s set safety_stock = n.safety_stock from now_rows n
  where n.id = s.sku_id and s.safety_stock <> n.safety_stock;
  return null;
end $$;

create trigger skus_follow_safety_stock after update on skus referencing new table as now_rows
  for each statement execute function follow_safety_stock();

-- Below zero only by what a marketplace has sold: that has happened, whatever the shelf says.
create table stock_levels (
  sku_id bigint not null references skus (id) on delete cascade,
  location_id bigint not null,
  owner_id bigint not null,
  on_hand bigint not null,
  reserved bigint not null,
  primary key (sku_id, location_id),
  foreign key (owner_id, location_id) references locations (owner_id, id)
) with (fillfactor = 80);

create index stock_levels_by_location on stock_levels (owner_id, location_id);

-- The ledger: only ever added to. Levels are the sums of it. The cause is the guard against counting something twice.
create table stock_movements (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  sku_id bigint not null,
  location_id bigint not null,
  kind text not null check (kind in ('receipt', 'sale', 'cancel_back', 'return_back', 'correction', 'count', 'transfer_out',
    'transfer_in')),
  quantity bigint not null,
  balance_after bigint not null,
  cause_kind text not null check (cause_kind in ('order_line', 'exchange', 'restock', 'person', 'product', 'import')),
  cause_ref text not null,
  -- No foreign keys: the ledger outlives what it tells of.
  order_id bigint,
  claim_id bigint,
  actor text not null,
  note text,
  at timestamptz not null default now(),
  unique (owner_id, cause_kind, cause_ref, sku_id, location_id)
);

create index stock_movements_by_sku on stock_movements (sku_id, id desc);

create function refuse_stock_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'stock movements are only ever added to' using errcode = 'insufficient_privilege';
end $$;

create trigger stock_movements_unchanged before update on stock_movements
  for each row execute function refuse_stock_rewrite();

create trigger stock_movements_whole before truncate on stock_movements
  for each statement execute function refuse_stock_rewrite();

-- What an order line, the promise of an exchange or a hold takes of one SKU: what is kept for it and what has left.
create table stock_reservations (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  sku_id bigint not null references skus (id) on delete cascade,
  location_id bigint not null,
  cause_kind text not null check (cause_kind in ('order_line', 'exchange', 'hold')),
  cause_ref text not null,
  order_id bigint,
  order_line_id bigint references order_lines (id) on delete cascade,
  claim_id bigint,
  -- How many of the SKU one unit of the line is.
  per_unit integer not null check (per_unit > 0),
  reserved integer not null check (reserved >= 0),
  shipped integer not null check (shipped >= 0),
  -- How many of them were not there when they were sold.
  short integer not null default 0,
  -- How many movements it has made; part of the cause of the next one.
  moves integer not null default 0,
  state text not null generated always as (
    case when reserved > 0 then 'reserved' when shipped > 0 then 'shipped' else 'released' end) stored,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  foreign key (owner_id, location_id) references locations (owner_id, id),
  unique (owner_id, cause_kind, cause_ref, sku_id)
);

create index stock_reservations_by_line on stock_reservations (order_line_id) where order_line_id is not null;

create index stock_reservations_open on stock_reservations (sku_id, id) where reserved > 0;

create index stock_reservations_by_claim on stock_reservations (claim_id) where claim_id is not null;

-- What a person said of goods that came back. Damaged ones do not go back on the shelf.
create table claim_restocks (
  claim_id bigint not null references claims (id) on delete cascade,
  sku_id bigint not null references skus (id) on delete cascade,
  owner_id bigint not null,
  sellable integer not null default 0 check (sellable >= 0),
  damaged integer not null default 0 check (damaged >= 0),
  actor text not null,
  at timestamptz not null default now(),
  primary key (claim_id, sku_id)
);

create index claim_restocks_by_sku on claim_restocks (sku_id);

-- Lines are found by the thing sold when it is linked to SKUs.
create index order_lines_by_item on order_lines (account_id, native_item_id);

drop index events_to_mail;

create index events_to_mail on events (owner_id, id) where not mailed and type in
  ('account.unhealthy', 'account.recovered', 'account.key_expiring', 'command.failed', 'order.vanished',
   'webhook.endpoint_paused', 'order.due_soon', 'claim.due_soon', 'claim.conflict', 'stock.low', 'stock.out',
   'stock.oversold');

select guard_owner_rows('locations', 'sku_stock', 'stock_levels', 'stock_movements', 'stock_reservations',
  'claim_restocks');
