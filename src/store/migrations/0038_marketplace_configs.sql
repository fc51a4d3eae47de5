-- Statements are separated by empty lines.

-- What an owner has changed about how a marketplace's API is used: the guide's `marketplace_api_configs`. What is
-- null is as the connector has it.
create table marketplace_configs (
  owner_id bigint not null references owners (id) on delete cascade,
  marketplace text not null,
  -- Shops that are connected without an address of their own get this one.
  api_endpoint text,
  -- How much of what the connector would use of the marketplace's limits is used, so that other programs have the rest.
  rate_percent int check (rate_percent between 10 and 99),
  documentation text,
  changed_at timestamptz not null default now(),
  primary key (owner_id, marketplace)
);

select guard_owner_rows('marketplace_configs');
