-- Statements are separated by empty lines.

-- What selling costs, as the owner knows it; it counts before what the marketplace's descriptor tells.
create table fee_rates (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  platform text not null,
  -- Null for all categories that have no rate of their own.
  native_category_id text,
  sale_bp integer not null check (sale_bp between 0 and 10000),
  shipping_bp integer not null check (shipping_bp between 0 and 10000),
  payment_bp integer not null check (payment_bp between 0 and 10000),
  fixed bigint not null check (fixed >= 0),
  vat_included boolean not null,
  valid_from date not null,
  source text not null,
  checked_on date not null,
  set_by text not null,
  set_at timestamptz not null default now(),
  unique nulls not distinct (owner_id, platform, native_category_id, valid_from)
);

create table price_rules (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  name text not null check (name <> ''),
  account_id bigint,
  platform text,
  category_key text,
  product_id bigint,
  aim jsonb not null,
  shipping_cost bigint not null check (shipping_cost >= 0),
  other_cost bigint not null check (other_cost >= 0),
  rounding jsonb not null,
  floor bigint check (floor > 0),
  ceiling bigint check (ceiling > 0),
  change_at_most_bp integer check (change_at_most_bp > 0),
  scarcity jsonb,
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade,
  foreign key (owner_id, product_id) references products (owner_id, id)
);

create index price_rules_by_owner on price_rules (owner_id, id desc);

-- Who confirmed a plan before it was ready: it is carried out as soon as its values are read.
alter table plans add column confirm_as text;

select guard_owner_rows('fee_rates', 'price_rules');
