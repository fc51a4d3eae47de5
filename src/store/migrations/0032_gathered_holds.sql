-- Statements are separated by empty lines.

drop function hold_stock_alone(bigint, text, bigint[], integer[]);

drop function hold_stock(bigint, text, bigint[], integer[]);

-- Holds stock for several who have not been promised it yet, one after the other as if each were alone: a hold gets all of its
-- parts or, where one of them is not there, none, and what an earlier one got is not there for a later one. `part_ends` has
-- the last part of each hold, `of_skus` each SKU once in ascending order, `part_skus` the place of each part's SKU in there.
-- Answers, in their order, {kind: 'reserved'}, {kind: 'known'} where the same hold was made before, or {kind: 'sold_out', sku,
-- available} with the first SKU that lacks, and the queues that the caller has to ask for at the end. What is decided is decided
-- in memory, so that the statements are as many for a hundred holds as for one. Each statement sees what was committed before
-- it began, so what holds and places have is read after the stock is held. Lists of any length take the same plans, which
-- are kept: planning costs more than a single hold.
create function hold_stock(by_owner bigint, refs text[], part_ends integer[], of_skus bigint[], part_skus integer[],
  quantities integer[], out answers json, out asks text[]) language plpgsql
set plan_cache_mode = force_generic_plan as $$
declare
  shelf bigint := (select id from locations where owner_id = by_owner and is_default);
  free bigint[];
  made text[];
  level record;
  level_ends integer[] := array_fill(0, array[cardinality(of_skus)]);
  level_places bigint[] := '{}';
  level_free bigint[] := '{}';
  part_refs text[] := array_fill(null::text, array[cardinality(part_skus)]);
  part_places bigint[] := array_fill(null::bigint, array[cardinality(part_skus)]);
  told json[] := '{}';
  first_part integer;
  last_part integer := 0;
  lacking integer;
  nth integer;
  first_level integer;
  from_level integer;
  held bigint[];
  crossed boolean;
  events json;
begin
  with stock as materialized (
    select s.sku_id, case when s.tracked_since is not null then s.on_hand - s.reserved end as available from sku_stock s
    where s.owner_id = by_owner and s.sku_id = any(of_skus) order by s.sku_id for update)
  select array_agg(stock.available order by x.place) into free
  from unnest(of_skus) with ordinality as x(sku_id, place) left join stock on stock.sku_id = x.sku_id;
  made := array(select r.cause_ref from stock_reservations r
    where r.owner_id = by_owner and r.cause_kind = 'hold' and r.cause_ref = any(refs));
  for level in
    select x.place::integer as sku, l.location_id, l.on_hand - l.reserved as available
    from unnest(of_skus) with ordinality as x(sku_id, place)
    left join stock_levels l on l.sku_id = x.sku_id and l.owner_id = by_owner
    order by x.place, l.location_id <> shelf, l.location_id
  loop
    if level.location_id is not null then
      level_places := array_append(level_places, level.location_id);
      level_free := array_append(level_free, level.available);
    end if;
    level_ends[level.sku] := cardinality(level_places);
  end loop;
  for hold in 1 .. cardinality(refs) loop
    first_part := last_part + 1;
    last_part := part_ends[hold];
    if refs[hold] = any(made) then
      told := array_append(told, json_build_object('kind', 'known'));
      continue;
    end if;
    lacking := null;
    for part in first_part .. last_part loop
      if coalesce(free[part_skus[part]], 0) < quantities[part] then
        lacking := part_skus[part];
        exit;
      end if;
    end loop;
    if lacking is not null then
      told := array_append(told, json_build_object('kind', 'sold_out', 'sku', of_skus[lacking],
        'available', greatest(0, coalesce(free[lacking], 0))));
      continue;
    end if;
    told := array_append(told, json_build_object('kind', 'reserved'));
    made := array_append(made, refs[hold]);
    for part in first_part .. last_part loop
      nth := part_skus[part];
      free[nth] := free[nth] - quantities[part];
      -- The default place, unless only another one has enough.
      first_level := case when nth = 1 then 1 else level_ends[nth - 1] + 1 end;
      from_level := case when first_level <= level_ends[nth] and level_places[first_level] = shelf then first_level end;
      for one in first_level .. level_ends[nth] loop
        if level_free[one] >= quantities[part] then
          from_level := one;
          exit;
        end if;
      end loop;
      if from_level is not null then
        level_free[from_level] := level_free[from_level] - quantities[part];
      end if;
      part_refs[part] := refs[hold];
      part_places[part] := coalesce(level_places[from_level], shelf);
    end loop;
  end loop;
  answers := array_to_json(told);
  asks := '{}';
  with placed as (
    insert into stock_reservations (owner_id, sku_id, location_id, cause_kind, cause_ref, per_unit, reserved, shipped)
    select by_owner, of_skus[x.sku], x.place, 'hold', x.ref, 1, x.quantity, 0
    from unnest(part_refs, part_skus, part_places, quantities) as x(ref, sku, place, quantity) where x.ref is not null
    returning sku_id, location_id, reserved),
  levels as (
    insert into stock_levels as l (owner_id, sku_id, location_id, on_hand, reserved)
    select by_owner, p.sku_id, p.location_id, 0, sum(p.reserved) from placed p
    group by p.sku_id, p.location_id order by p.sku_id, p.location_id
    on conflict (sku_id, location_id) do update set reserved = l.reserved + excluded.reserved),
  sums as (
    update sku_stock s set reserved = s.reserved + p.reserved, changed_at = now()
    from (select sku_id, sum(reserved) as reserved from placed group by sku_id) p
    where s.sku_id = p.sku_id returning s.sku_id, s.told is distinct from s.standing as crosses)
  select array_agg(sku_id order by sku_id), bool_or(crosses) into held, crossed from sums;
  if held is null then
    return;
  end if;
  if note_stock_changes(by_owner, held, null, null, null) then
    asks := array['stock'];
  end if;
  if crossed then
    select json_agg(c) into events from stock_crossings(by_owner, held) c;
    if events is not null then
      perform record_events(by_owner, events);
      asks := asks || array['fan-out', 'notify'];
    end if;
  end if;
end $$;

-- The same as all there is to do in a transaction.
create function hold_stock_alone(by_owner bigint, refs text[], part_ends integer[], of_skus bigint[], part_skus integer[],
  quantities integer[]) returns json language plpgsql as $$
declare held record;
begin
  held := hold_stock(by_owner, refs, part_ends, of_skus, part_skus, quantities);
  if held.asks <> '{}' then
    perform ask_for_jobs(by_owner, held.asks, null);
  end if;
  return held.answers;
end $$;
