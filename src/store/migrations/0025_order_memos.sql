-- Statements are separated by empty lines.

-- What people of the business note about an order for each other. The marketplace never sees it.
create table order_memos (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  order_id bigint not null references orders (id) on delete cascade,
  note text not null check (note <> ''),
  actor text not null,
  -- The name at the time of writing; people may leave.
  author text,
  written_at timestamptz not null default now()
);

create index order_memos_by_order on order_memos (order_id, id);

select guard_owner_rows('order_memos');
