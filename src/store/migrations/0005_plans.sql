-- What is to be done to many things at once, shown before it is done.
create table plans (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  kind text not null check (kind in ('set_stock', 'set_price', 'acknowledge', 'ship', 'change_invoice')),
  state text not null check (state in
    ('preparing', 'ready', 'confirmed', 'applied', 'failed', 'canceled', 'expired')),
  -- Grows with every change of what is shown; a confirmation names the one it was given for.
  version integer not null default 1,
  undoes bigint references plans (id) on delete set null,
  include_stale boolean not null default false,
  total integer not null,
  -- How many things have come to what, as of the last look.
  counts jsonb not null default '{}',
  flagged integer not null default 0,
  actor text not null,
  confirmed_by text,
  trouble jsonb,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- When the hub goes on with it by itself.
  next_look_at timestamptz not null default now(),
  ready_at timestamptz,
  confirmed_at timestamptz,
  finished_at timestamptz
);

create index plans_by_owner on plans (owner_id, id desc);

create index plans_at_work on plans (owner_id, next_look_at) where state in ('preparing', 'confirmed');

create index plans_to_expire on plans (owner_id, expires_at) where state in ('preparing', 'ready');

-- Asking to undo twice is one plan as long as it is open.
create unique index plans_undoing on plans (undoes)
  where undoes is not null and state in ('preparing', 'ready', 'confirmed');

create table plan_items (
  plan_id bigint not null references plans (id) on delete cascade,
  position integer not null,
  owner_id bigint not null,
  account_id bigint,
  native_item_id text,
  order_id bigint,
  line_ids bigint[],
  wanted jsonb not null,
  state text not null check (state in
    ('waiting', 'planned', 'unchanged', 'declined', 'stale', 'ordered', 'canceled')),
  before jsonb,
  after jsonb,
  flags text[] not null default '{}',
  declined jsonb,
  command_id bigint,
  primary key (plan_id, position),
  check ((native_item_id is null) = (order_id is not null))
);

create index plan_items_to_do on plan_items (plan_id, position) where state in ('waiting', 'planned');

select guard_owner_rows('plans', 'plan_items');
