-- Statements are separated by empty lines.

-- Products and their stock that came in a file: read, shown, and written only when somebody confirms.
create table product_imports (
  id bigint generated always as identity primary key,
  owner_id bigint not null references owners (id) on delete cascade,
  state text not null check (state in ('reading', 'refused', 'checking', 'ready', 'confirmed', 'imported')),
  -- Grows with every change of what is shown; a confirmation may name the one it was given for.
  version integer not null default 1,
  -- Grows each time somebody takes it up, so that one who stalled writes nothing any more.
  attempt integer not null default 0,
  -- How often the present step broke off with an error of our own.
  failures integer not null default 0,
  file_name text,
  file_bytes integer not null,
  file_sha256 text not null,
  -- The file itself, until it has been read.
  file bytea,
  format text check (format in ('xlsx', 'csv')),
  -- The header row, and which column each title is; '' for one that is not known.
  titles text[] not null default '{}',
  column_keys text[] not null default '{}',
  other_sheets text[] not null default '{}',
  -- Why the file cannot be read.
  refusal jsonb,
  -- What the rows come to, and what was written in the end.
  counts jsonb,
  written jsonb,
  skip_bad boolean not null default false,
  -- Whether it was checked anew because something had changed when it was to be written.
  outdated boolean not null default false,
  actor text not null,
  confirmed_by text,
  created_at timestamptz not null default now(),
  ready_at timestamptz,
  confirmed_at timestamptz,
  finished_at timestamptz,
  unique (owner_id, id)
);

create index product_imports_by_owner on product_imports (owner_id, id desc);

create index product_imports_open on product_imports (owner_id, id)
  where state in ('reading', 'checking', 'ready', 'confirmed');

-- What the file says, row by row, and never changes.
create table product_import_rows (
  import_id bigint not null,
  -- As spreadsheets number it.
  nth integer not null,
  owner_id bigint not null,
  -- The cells as they stand there, and the good ones as they were read, by column.
  texts text[] not null,
  cells jsonb not null,
  faults jsonb not null,
  -- The seller code of the product, of its own or by the SKU; null where nobody can tell.
  product_code text,
  primary key (import_id, nth),
  foreign key (owner_id, import_id) references product_imports (owner_id, id) on delete cascade
);

create index product_import_rows_by_product on product_import_rows (import_id, product_code, nth);

-- What each row comes to, as things stood when it was checked.
create table product_import_verdicts (
  import_id bigint not null,
  nth integer not null,
  owner_id bigint not null,
  state text not null check (state in ('new', 'changed', 'unchanged', 'bad')),
  product_code text,
  -- The product that was compared, and its version; null for a new one. No foreign key: it may be deleted.
  product_id bigint,
  product_version integer,
  sku text,
  faults jsonb not null,
  changes jsonb not null,
  primary key (import_id, nth),
  foreign key (owner_id, import_id) references product_imports (owner_id, id) on delete cascade
);

create index product_import_verdicts_by_state on product_import_verdicts (import_id, state, nth);

create index product_import_verdicts_by_product on product_import_verdicts (import_id, product_code);

create index product_import_verdicts_by_sku on product_import_verdicts (import_id, sku) where sku is not null;

-- A whole shelf is counted in one statement: each row is looked up by its SKU as well.
drop index stock_levels_by_location;

create index stock_levels_by_location on stock_levels (owner_id, location_id, sku_id);

select guard_owner_rows('product_imports', 'product_import_rows', 'product_import_verdicts');
