-- Statements are separated by empty lines. Owner-scoped tables carry owner_id first and get row-level security below.

create table owners (
  id bigint generated always as identity primary key,
  name text not null,
  time_zone text not null default 'Asia/Seoul',
  created_at timestamptz not null default now()
);

create table members (
  owner_id bigint not null references owners (id) on delete cascade,
  user_id text not null,
  role text not null check (role in ('owner', 'staff', 'viewer')),
  primary key (owner_id, user_id)
);

create index members_by_user on members (user_id);

create table api_tokens (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  name text not null,
  prefix text not null,
  hash bytea not null unique,
  role text not null check (role in ('owner', 'staff', 'viewer')),
  expires_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default now()
);

create table accounts (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  platform text not null,
  edition text not null,
  name text not null,
  base_url text,
  orders_since timestamptz not null,
  key_expires_at timestamptz,
  enabled boolean not null default true,
  closed_intents text[] not null default '{}',
  health text not null default 'unchecked' check (health in ('unchecked', 'healthy', 'troubled')),
  trouble jsonb,
  health_at timestamptz,
  secret_fields text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  disconnected_at timestamptz,
  unique (owner_id, id)
);

create index accounts_by_owner on accounts (owner_id, id) where disconnected_at is null;

create table data_keys (
  account_id bigint primary key,
  owner_id bigint not null,
  vault_key text not null,
  wrapped bytea not null,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create index data_keys_by_vault_key on data_keys (owner_id, vault_key);

create table account_secrets (
  account_id bigint primary key,
  owner_id bigint not null,
  sealed bytea not null,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create table account_tokens (
  account_id bigint primary key,
  owner_id bigint not null,
  sealed bytea,
  expires_at timestamptz,
  issuing_until timestamptz,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create table rate_budgets (
  account_id bigint not null references accounts (id) on delete cascade,
  bucket text not null,
  next_at timestamptz not null default '-infinity',
  shut_until timestamptz not null default '-infinity',
  primary key (account_id, bucket)
) with (fillfactor = 50);

create table lanes (
  account_id bigint not null references accounts (id) on delete cascade,
  kind text not null check (kind in ('pull', 'commands')),
  owner_id bigint not null references owners (id) on delete cascade,
  due_at timestamptz not null,
  holder uuid,
  held_until timestamptz not null default '-infinity',
  primary key (account_id, kind)
) with (fillfactor = 50);

create index lanes_due on lanes (kind, due_at);

create table feed_cursors (
  account_id bigint not null,
  feed text not null,
  owner_id bigint not null,
  cursor text not null,
  updated_at timestamptz not null default now(),
  primary key (account_id, feed),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create table sync_runs (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  account_id bigint not null,
  platform text not null,
  sync_type text not null,
  cause text not null check (cause in ('schedule', 'request', 'first')),
  status text not null check (status in ('queued', 'running', 'success', 'partial', 'failed')),
  range_from timestamptz,
  range_to timestamptz,
  queued_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  failed integer not null default 0,
  trouble jsonb,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create index sync_runs_by_owner on sync_runs (owner_id, id desc);

create index sync_runs_by_account on sync_runs (account_id, id desc);

create index sync_runs_unfinished on sync_runs (account_id, id) where status in ('queued', 'running');

create table orders (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  account_id bigint not null,
  platform text not null,
  native_order_id text not null,
  status text,
  ordered_at timestamptz not null,
  paid_at timestamptz,
  currency text not null,
  first_seen_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  read_again_at timestamptz,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade,
  unique (account_id, native_order_id)
) with (fillfactor = 85);

create index orders_by_time on orders (owner_id, ordered_at desc, id desc);

create index orders_by_status on orders (owner_id, status, ordered_at desc, id desc);

create index orders_by_account on orders (account_id, ordered_at desc, id desc);

create index orders_to_read_again on orders (account_id, read_again_at) where read_again_at is not null;

create table packages (
  order_id bigint not null references orders (id) on delete cascade,
  key text not null,
  owner_id bigint not null,
  shipping_fee bigint not null,
  remote_area_fee bigint not null,
  remote_area boolean,
  native jsonb not null,
  primary key (order_id, key)
);

create table contacts (
  order_id bigint not null references orders (id) on delete cascade,
  package_key text not null,
  owner_id bigint not null,
  account_id bigint not null,
  sealed bytea not null,
  -- Apart, since marketplaces stop telling it when an order ends (Naver sheet 7.12) while customs still asks for it.
  customs_sealed bytea,
  digest bytea not null,
  -- Compared row by row: an index on it would not be used, since array overlap is not leakproof and so waits
  -- behind row-level security.
  search_tokens text[] not null,
  updated_at timestamptz not null default now(),
  primary key (order_id, package_key)
);

create index contacts_by_owner on contacts (owner_id);

create table contact_reveals (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  order_id bigint not null,
  actor text not null,
  at timestamptz not null default now()
);

create index contact_reveals_by_order on contact_reveals (owner_id, order_id, id desc);

create table order_lines (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id) on delete cascade,
  owner_id bigint not null,
  account_id bigint not null,
  native_line_id text not null,
  package_key text not null,
  native_item_id text not null,
  native_product_id text,
  status text,
  status_known boolean not null,
  native_status text not null,
  product_name text not null,
  option_text text,
  seller_sku text,
  quantity integer not null,
  shippable_quantity integer not null,
  tax_free boolean,
  unit_price bigint not null,
  amount bigint not null,
  discount bigint not null,
  seller_discount bigint,
  paid_amount bigint not null,
  commission bigint,
  expected_settlement bigint,
  ship_by timestamptz,
  carrier_id text,
  native_carrier text,
  invoice text,
  shipped_at timestamptz,
  delivered_at timestamptz,
  confirmed_at timestamptz,
  locked_because text,
  native jsonb not null,
  first_seen_at timestamptz not null default now(),
  floor_until timestamptz,
  unique (order_id, native_line_id)
) with (fillfactor = 85);

create index order_lines_by_invoice on order_lines (owner_id, invoice) where invoice is not null;

-- Changes only: what a line was at first is what its first change left, or what it still is.
create table order_line_history (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  -- No foreign key: its check costs much at every ingest. Whoever deletes order lines deletes their history.
  order_line_id bigint not null,
  at timestamptz not null default now(),
  from_status text,
  to_status text,
  from_native text,
  to_native text not null,
  run_id bigint,
  command_id bigint
);

create index order_line_history_by_line on order_line_history (order_line_id, id);

create table set_asides (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  account_id bigint not null,
  run_id bigint not null references sync_runs (id) on delete cascade,
  native_order_id text,
  reason text not null,
  sealed bytea not null,
  digest bytea not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade,
  unique (account_id, digest)
);

create index set_asides_by_owner on set_asides (owner_id, id desc);

create table commands (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  account_id bigint not null,
  kind text not null check (kind in ('acknowledge', 'ship', 'change_invoice', 'delay')),
  order_id bigint not null references orders (id) on delete cascade,
  key text not null,
  payload jsonb not null,
  state text not null check (state in ('pending', 'sending', 'unknown', 'done', 'partial', 'refused', 'dead')),
  attempts integer not null default 0,
  not_before timestamptz not null default now(),
  actor text not null,
  cause text not null,
  trouble jsonb,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

-- The same wish twice is one command, unless the first one came to nothing.
create unique index commands_by_key on commands (account_id, key) where state not in ('partial', 'refused', 'dead');

create index commands_open on commands (account_id, id) where state in ('pending', 'sending', 'unknown');

create index commands_by_order on commands (order_id, id);

create index commands_by_owner on commands (owner_id, id desc);

create table command_items (
  command_id bigint not null references commands (id) on delete cascade,
  order_line_id bigint not null references order_lines (id) on delete cascade,
  owner_id bigint not null,
  state text not null check (state in ('pending', 'unknown', 'done', 'refused')),
  reason text,
  native_code text,
  native_text text,
  primary key (command_id, order_line_id)
);

create table idempotency_keys (
  owner_id bigint not null references owners (id) on delete cascade,
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (owner_id, key)
);

create table vault_canaries (
  vault_key text primary key,
  sealed bytea not null
);

create table auth_users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_sessions (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  user_id text not null references auth_users (id) on delete cascade
);

create index auth_sessions_by_user on auth_sessions (user_id);

create table auth_identities (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index auth_identities_by_user on auth_identities (user_id);

create table auth_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index auth_verifications_by_identifier on auth_verifications (identifier);

-- The owner of the current transaction; null, and so nothing at all, where none was set.
create function current_owner() returns bigint language sql stable
  return nullif(current_setting('moa.owner_id', true), '')::bigint;

do $$
declare scoped text;
begin
  foreach scoped in array array['accounts', 'data_keys', 'account_secrets', 'account_tokens', 'feed_cursors',
    'sync_runs', 'orders', 'packages', 'contacts', 'contact_reveals', 'order_lines', 'order_line_history',
    'set_asides', 'commands', 'command_items', 'idempotency_keys']
  loop
    execute format('alter table %I enable row level security', scoped);
    execute format('alter table %I force row level security', scoped);
    execute format('create policy own_rows on %I using (owner_id = (select current_owner()))
      with check (owner_id = (select current_owner()))', scoped);
  end loop;
end $$;
