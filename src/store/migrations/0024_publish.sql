-- Statements are separated by empty lines.

-- A command may be about a listing: what it is to be, or whether it is on sale.
alter table commands
  add column listing_id bigint references listings (id) on delete cascade,
  -- For `publish`: what the listing is to be. Beside the payload, since it may be large and lists do not show it.
  add column draft jsonb,
  -- For `publish`: what the marketplace shows otherwise than it was asked for.
  add column differences jsonb;

alter table commands drop constraint commands_kind_check;

alter table commands add constraint commands_kind_check check (
  case
    when listing_id is not null then kind in ('publish', 'set_sale') and order_id is null and claim_id is null
      and native_item_id is null and (kind = 'publish') = (draft is not null)
    when claim_id is not null then kind ~ '^(cancel|return|exchange)\.[a-z_]+$' and native_item_id is null
    when order_id is not null then kind in ('acknowledge', 'ship', 'split', 'change_invoice', 'delay', 'hold', 'release', 'cancel')
      and native_item_id is null
    else kind in ('set_stock', 'set_price') and native_item_id is not null end);

alter table commands drop column queue;

-- Commands of one queue go out one after the other, in the order they were asked for: a claim's with its order's.
alter table commands add column queue text not null generated always as (
  case when order_id is not null then 'order|' || order_id::text
    when claim_id is not null then 'claim|' || claim_id::text
    when listing_id is not null then 'listing|' || listing_id::text
    else kind || '|' || native_item_id end) stored;

create index commands_in_turn on commands (account_id, queue, id) where state in ('pending', 'sending', 'unknown');

create index commands_by_queue on commands (account_id, queue, id desc);

create index commands_by_listing on commands (listing_id, id) where listing_id is not null;

drop index commands_by_key;

create unique index commands_by_key on commands (account_id, key)
  where native_item_id is null and listing_id is null and state in ('pending', 'sending', 'unknown');

alter table listings
  -- Of the listings that a product has in a shop, the one that publishing brings to what the product says.
  add column publishes boolean not null default false,
  -- The publication it was brought to last, and whether what came of that was read back.
  add column published_by bigint,
  add column published_at timestamptz,
  add column settled boolean not null default true,
  -- Its approval is awaited, to be told of.
  add column reviewing boolean not null default false,
  -- When it is read again to see what has become of it, and since when it is followed.
  add column follow_at timestamptz,
  add column followed_since timestamptz;

-- A product waits for its first publication in a shop once.
create unique index listings_waiting on listings (account_id, product_id)
  where native_listing_id is null and product_id is not null;

create index listings_to_follow on listings (account_id, follow_at) where follow_at is not null;

-- What it cost by the last publication: a price that was set here since stays while the product's own does not change.
alter table listing_items add column published_price bigint;

-- What became of asking for a product to be published in a shop, one row for each pair. `waiting` until somebody has
-- looked whether everything is there that the marketplace demands.
create table publications (
  account_id bigint not null,
  product_id bigint not null,
  owner_id bigint not null,
  actor text not null,
  cause text not null,
  lane text not null check (lane in ('click', 'fresh', 'stock', 'bulk')),
  asked_at timestamptz not null default now(),
  -- Grows each time it is asked for: what was worked out for an earlier asking counts no more.
  asks integer not null default 1,
  not_before timestamptz not null default now(),
  state text not null check (state in ('waiting', 'queued', 'declined')),
  command_id bigint,
  -- What has to be told or put right first, and what a person should know.
  faults jsonb not null default '[]',
  warnings jsonb not null default '[]',
  -- Why it could not be looked at yet.
  trouble jsonb,
  settled_at timestamptz,
  primary key (account_id, product_id),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade,
  foreign key (owner_id, product_id) references products (owner_id, id) on delete cascade
);

create index publications_waiting on publications (owner_id, not_before) where state = 'waiting';

create index publications_by_product on publications (product_id);

-- Which category of a marketplace the seller's own category means.
create table category_choices (
  owner_id bigint not null references owners (id) on delete cascade,
  platform text not null,
  category_key text not null,
  native_category_id text not null,
  path text,
  chosen_by text not null,
  chosen_at timestamptz not null default now(),
  primary key (owner_id, platform, category_key)
);

-- The categories of a shop's marketplace as they were read last.
create table native_categories (
  account_id bigint not null,
  native_category_id text not null,
  owner_id bigint not null,
  parent_id text,
  name text not null,
  path text not null,
  leaf boolean not null,
  primary key (account_id, native_category_id),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create table native_category_readings (
  account_id bigint primary key,
  owner_id bigint not null,
  read_at timestamptz not null,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

-- When all listings of a shop were read last.
create index sync_runs_of_products on sync_runs (account_id, id desc) where sync_type = 'products';

create table category_requirements (
  account_id bigint not null,
  native_category_id text not null,
  owner_id bigint not null,
  requirements jsonb not null,
  read_at timestamptz not null,
  primary key (account_id, native_category_id),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create table shop_places (
  account_id bigint primary key,
  owner_id bigint not null,
  places jsonb not null,
  read_at timestamptz not null,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

-- What pictures are like, by the digest of their address, so that none is fetched for every publication.
create table picture_facts (
  owner_id bigint not null references owners (id) on delete cascade,
  address_digest bytea not null,
  etag text,
  facts jsonb not null,
  read_at timestamptz not null,
  primary key (owner_id, address_digest)
);

create index picture_facts_by_age on picture_facts (owner_id, read_at);

drop index events_to_mail;

create index events_to_mail on events (owner_id, id) where not mailed and type in
  ('account.unhealthy', 'account.recovered', 'account.key_expiring', 'command.failed', 'order.vanished',
   'webhook.endpoint_paused', 'order.due_soon', 'claim.due_soon', 'claim.conflict', 'stock.low', 'stock.out',
   'stock.oversold', 'listing.rejected');

select guard_owner_rows('publications', 'category_choices', 'native_categories', 'native_category_readings',
  'category_requirements', 'shop_places', 'picture_facts');
