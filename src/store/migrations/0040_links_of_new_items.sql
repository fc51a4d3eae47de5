-- The states of listings are worked out once, however many are touched.
create or replace function note_link_state(touched bigint[]) returns void language plpgsql as $$
begin
  execute 'with found as materialized (
      select listing_id,
        case when bool_and(linked) then ''linked'' when bool_or(linked) then ''partly'' else ''unlinked'' end as state
      from listing_items where listing_id = any($1) and gone_at is null group by listing_id)
    update listings g set link_state = found.state from found
    where found.listing_id = g.id and found.state <> g.link_state'
    using touched;
end $$;

-- An item comes without links: it changes nothing for a listing of which nothing is linked, as those that are read first.
create or replace function note_new_items() returns trigger language plpgsql as $$
declare
  touched bigint[];
begin
  execute 'select array(select id from listings where id = any($1) and link_state <> ''unlinked'')'
    into touched using array(select distinct listing_id from now_rows);
  if touched <> '{}' then
    perform note_link_state(touched);
  end if;
  return null;
end $$;
