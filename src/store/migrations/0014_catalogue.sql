-- Statements are separated by empty lines.

-- What the seller sells, described once for every shop.
create table products (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  seller_code text not null,
  name text not null check (name <> ''),
  description text not null,
  category_key text,
  brand text,
  manufacturer text,
  price bigint not null check (price > 0),
  currency text not null,
  tax text not null check (tax in ('taxed', 'exempt', 'zero_rated')),
  weight_grams integer check (weight_grams > 0),
  minors_may_buy boolean not null,
  images text[] not null,
  delivery jsonb not null,
  origin jsonb,
  after_service jsonb,
  notice jsonb,
  certifications jsonb not null,
  option_names text[] not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- Set when it was deleted: what refers to it keeps its name.
  deleted_at timestamptz,
  unique (owner_id, id)
);

create unique index products_by_code on products (owner_id, seller_code) where deleted_at is null;

create index products_in_order on products (owner_id, id desc) where deleted_at is null;

-- One thing that lies on a shelf and is counted. The stock of SKUs and their listings refer to it, so it stays when the
-- product gives it up.
create table skus (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  product_id bigint not null,
  code text not null check (code <> ''),
  nth smallint not null,
  option_values text[] not null,
  price bigint check (price > 0),
  barcode text,
  cost bigint check (cost >= 0),
  safety_stock integer not null default 0 check (safety_stock >= 0),
  deleted_at timestamptz,
  foreign key (owner_id, product_id) references products (owner_id, id) on delete cascade,
  unique (owner_id, id)
);

create unique index skus_by_code on skus (owner_id, code) where deleted_at is null;

create index skus_by_product on skus (product_id, nth);

create index skus_by_barcode on skus (owner_id, barcode) where barcode is not null and deleted_at is null;

-- What one account has on sale. Its number is missing while the marketplace has not taken it yet.
create table listings (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  account_id bigint not null,
  platform text not null,
  native_listing_id text,
  product_id bigint,
  name text not null,
  seller_code text,
  state text check (state in ('draft', 'in_review', 'rejected', 'on_sale', 'sold_out', 'paused', 'blocked', 'ended')),
  state_known boolean not null,
  native_status text not null,
  review_text text,
  native_category_id text,
  price bigint,
  currency text not null,
  url text,
  image_url text,
  -- What is said differently here than in the product: name, price, images.
  overrides jsonb not null default '{}',
  -- What the seller chose for this marketplace: category, attributes, places.
  choices jsonb not null default '{}',
  -- Why the hub took it off sale; only what ran out comes back by itself.
  paused_because text check (paused_because in ('out_of_stock', 'person', 'last_units')),
  native jsonb not null default '{}',
  first_seen_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  -- Set when a reading of everything did not show it and a reading by its number did not either.
  gone_at timestamptz,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade,
  foreign key (owner_id, product_id) references products (owner_id, id),
  unique (owner_id, id),
  unique (account_id, native_listing_id)
) with (fillfactor = 85);

create index listings_in_order on listings (owner_id, id desc);

create index listings_by_account on listings (account_id, id desc);

create index listings_by_product on listings (product_id) where product_id is not null;

create index listings_by_state on listings (owner_id, state, id desc);

-- What can be bought of a listing: an option, or the listing itself where it has none. Order lines carry the same number.
create table listing_items (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  account_id bigint not null,
  listing_id bigint not null,
  native_item_id text,
  nth smallint not null,
  option_values text[] not null,
  seller_sku text,
  barcode text,
  -- As the marketplace showed it last.
  price bigint,
  quantity integer,
  on_sale boolean,
  read_at timestamptz,
  gone_at timestamptz,
  foreign key (owner_id, listing_id) references listings (owner_id, id) on delete cascade,
  unique (owner_id, id),
  unique (account_id, native_item_id)
) with (fillfactor = 85);

create index listing_items_by_listing on listing_items (listing_id, nth);

create index listing_items_by_seller_sku on listing_items (account_id, seller_sku) where seller_sku is not null;

-- What an item is made of; several SKUs, or more than one of one, make it a bundle.
create table listing_links (
  listing_item_id bigint not null,
  sku_id bigint not null,
  owner_id bigint not null,
  quantity integer not null check (quantity > 0),
  linked_by text not null,
  linked_at timestamptz not null default now(),
  -- Why it was linked: by code, by name, by hand.
  reason text not null,
  primary key (listing_item_id, sku_id),
  foreign key (owner_id, listing_item_id) references listing_items (owner_id, id) on delete cascade,
  foreign key (owner_id, sku_id) references skus (owner_id, id)
);

create index listing_links_by_sku on listing_links (sku_id);

select guard_owner_rows('products', 'skus', 'listings', 'listing_items', 'listing_links');
