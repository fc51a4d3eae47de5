-- Statements are separated by empty lines.

-- Listings are read in a lane of their own, so that thousands of them hold up no order.
alter table lanes drop constraint lanes_kind_check;

alter table lanes add constraint lanes_kind_check check (kind in ('pull', 'commands', 'reread', 'catalog'));

insert into lanes (account_id, kind, owner_id, due_at)
select id, 'catalog', owner_id, 'infinity' from accounts where disconnected_at is null;

-- What a reading of everything has shown so far, a row for each batch: what it does not show is read by its number.
create table listing_reads (
  id bigint generated always as identity primary key,
  owner_id bigint not null,
  account_id bigint not null,
  listing_ids bigint[] not null,
  foreign key (owner_id, account_id) references accounts (owner_id, id) on delete cascade
);

create index listing_reads_by_account on listing_reads (account_id);

alter table set_asides add column native_listing_id text;

alter table listing_items
  -- The name of the listing and the option without what people write now this way and now that.
  add column name_key text not null default '',
  -- Kept by a trigger.
  add column linked boolean not null default false,
  -- Who took its links away: it is not linked by itself again.
  add column unlinked_by text;

-- How many of the items that can be bought are linked: kept by a trigger.
alter table listings add column link_state text not null default 'unlinked'
  check (link_state in ('unlinked', 'partly', 'linked'));

update listing_items t set linked = true where exists (select from listing_links k where k.listing_item_id = t.id);

update listings g set link_state = found.state
from (
  select listing_id, case when bool_and(linked) then 'linked' when bool_or(linked) then 'partly' else 'unlinked' end as state
  from listing_items where gone_at is null group by listing_id) found
where found.listing_id = g.id and found.state <> g.link_state;

-- Statements of these triggers are planned anew each time: a plan made while the tables were empty reads them whole ever after.
create function note_item_links() returns trigger language plpgsql as $$
begin
  execute 'update listing_items t set linked = not t.linked
    where t.id = any($1) and t.linked <> exists (select from listing_links k where k.listing_item_id = t.id)'
    using array(select distinct listing_item_id from touched);
  return null;
end $$;

create trigger listing_links_made after insert on listing_links referencing new table as touched
  for each statement execute function note_item_links();

create trigger listing_links_ended after delete on listing_links referencing old table as touched
  for each statement execute function note_item_links();

create function note_link_state(touched bigint[]) returns void language plpgsql as $$
begin
  execute 'update listings g set link_state = found.state
    from (
      select listing_id,
        case when bool_and(linked) then ''linked'' when bool_or(linked) then ''partly'' else ''unlinked'' end as state
      from listing_items where listing_id = any($1) and gone_at is null group by listing_id) found
    where found.listing_id = g.id and g.id = any($1) and found.state <> g.link_state'
    using touched;
end $$;

create function note_new_items() returns trigger language plpgsql as $$
begin
  perform note_link_state(array(select distinct listing_id from now_rows));
  return null;
end $$;

create trigger listing_items_made after insert on listing_items referencing new table as now_rows
  for each statement execute function note_new_items();

create function note_changed_items() returns trigger language plpgsql as $$
declare
  touched bigint[] := array(
    select distinct unnest(array[o.listing_id, n.listing_id]) from old_rows o join now_rows n on n.id = o.id
    where (o.linked, o.gone_at is null, o.listing_id) <> (n.linked, n.gone_at is null, n.listing_id));
begin
  if touched <> '{}' then
    perform note_link_state(touched);
  end if;
  return null;
end $$;

create trigger listing_items_changed after update on listing_items referencing old table as old_rows new table as now_rows
  for each statement execute function note_changed_items();

create index listings_by_link_state on listings (owner_id, link_state, id desc);

create index listing_items_unlinked on listing_items (owner_id, id desc) where not linked and gone_at is null;

create index listing_items_unlinked_by_account on listing_items (account_id, id desc) where not linked and gone_at is null;

drop index listing_items_by_seller_sku;

create index listing_items_by_seller_sku on listing_items (owner_id, seller_sku, account_id) where seller_sku is not null;

-- How an item of the same name was linked before.
create index listing_items_by_name on listing_items (owner_id, name_key) where linked;

select guard_owner_rows('listing_reads');
