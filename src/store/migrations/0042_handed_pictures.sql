-- Statements are separated by empty lines.

-- Where a marketplace keeps the pictures that a shop has handed to it, by the SHA-256 of their bytes.
create table handed_pictures (
  account_id bigint not null,
  digest bytea not null,
  owner_id bigint not null,
  address text not null,
  handed_at timestamptz not null default now(),
  primary key (account_id, digest),
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

select guard_owner_rows('handed_pictures');
