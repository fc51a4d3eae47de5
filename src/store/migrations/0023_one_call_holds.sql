-- Statements are separated by empty lines.

-- Sets the role and the owner of a transaction and answers the owner. As an argument of another function it is done before
-- that one plans its statements, so row-level security holds in there.
create function enter_scope(of_owner bigint, scoped_role text) returns bigint language plpgsql as $$
begin
  perform set_config('moa.owner_id', of_owner::text, true), set_config('role', scoped_role, true);
  return of_owner;
end $$;

-- The lock of an owner's wish for a queue: shared by those who ask, alone for the job that is about to look.
create function job_wish_lock(by_owner bigint, of_queue text) returns bigint language sql immutable as $$
  select hashtextextended('job wish ' || of_queue || ' ' || by_owner::text, 0)
$$;

-- Asks for an owner's queue to be worked through. A wish that is due already is relied upon and not written again, so that
-- askers neither wait for each other nor notify for each change: the job waits for those who rely on it before it looks.
-- Each statement sees what was committed before it began, so the wish is read after the lock is had.
create function ask_for_job(by_owner bigint, of_queue text, wished_at timestamptz) returns void language plpgsql as $$
declare soon boolean;
begin
  perform pg_advisory_xact_lock_shared(job_wish_lock(by_owner, of_queue));
  perform from job_wishes
  where owner_id = by_owner and queue = of_queue and due_at <= greatest(wished_at, clock_timestamp());
  if found then
    return;
  end if;
  insert into job_wishes as w (owner_id, queue, due_at)
  values (by_owner, of_queue, coalesce(wished_at, clock_timestamp()))
  on conflict (owner_id, queue) do update set due_at = least(w.due_at, excluded.due_at)
  -- What is due later than that is found by everybody's own looking.
  returning w.due_at < clock_timestamp() + interval '5 seconds' into soon;
  if soon then
    perform pg_notify('moa_jobs', of_queue);
  end if;
end $$;

-- The same for several queues, always in one order: nobody holds a wish that another waits for and waits for one of his.
create function ask_for_jobs(by_owner bigint, of_queues text[], wished_at timestamptz[]) returns void language plpgsql as $$
declare wish record;
begin
  for wish in
    select x.queue, x.at from unnest(of_queues, wished_at) as x(queue, at) order by x.queue
  loop
    perform ask_for_job(by_owner, wish.queue, wish.at);
  end loop;
end $$;

-- Writes down what happened: rows of type, account and data. Followers hear of it after the commit.
create function record_events(by_owner bigint, told json) returns void language plpgsql as $$
begin
  insert into events (owner_id, type, account_id, data)
  select by_owner, type, account, data
  from json_to_recordset(told) as x(type text, account bigint, data jsonb);
  perform pg_notify('moa_events', by_owner::text);
end $$;

-- Notes that shops are to be told of SKUs; what is left out of the lists that go with them is a change of the seller's own.
-- Several changes of one SKU by one shop are one; how long it took is counted from the first. An owner who tells shops
-- only when asked has nothing noted. Answers whether something was.
create function note_stock_changes(by_owner bigint, of_skus bigint[], by_accounts bigint[], took integer[],
  ordered timestamptz[]) returns boolean language plpgsql as $$
begin
  insert into stock_changes as c (owner_id, sku_id, account_id, units, ordered_at)
  select by_owner, x.sku_id, x.account_id, coalesce(sum(x.units), 0), min(x.ordered_at)
  from unnest(of_skus, by_accounts, took, ordered) as x(sku_id, account_id, units, ordered_at)
  where coalesce((select continuous from stock_settings where owner_id = by_owner), true)
  group by x.sku_id, x.account_id order by x.sku_id, x.account_id
  on conflict (sku_id, account_id) do update set units = c.units + excluded.units,
    ordered_at = least(c.ordered_at, excluded.ordered_at);
  return found;
end $$;

-- A SKU that sells is written again and again until shops are told.
alter table stock_changes set (fillfactor = 50);

-- The events of SKUs that came to another standing since it was last told: once for each crossing, however often the number
-- moves on the same side of it. The caller holds their stock.
create function stock_crossings(by_owner bigint, of_skus bigint[]) returns table (type text, account bigint, data jsonb)
language sql as $$
  with before as (
    select sku_id, told, coalesce(told in ('out', 'oversold'), false) as was_out from sku_stock
    where owner_id = by_owner and sku_id = any(of_skus) and standing <> 'untracked' and told is distinct from standing),
  crossed as (
    update sku_stock s set told = s.standing from before b join skus k on k.id = b.sku_id
    where s.sku_id = b.sku_id
    returning s.sku_id, s.product_id, k.code, s.on_hand - s.reserved as available, s.safety_stock, s.standing, b.was_out,
      s.standing in ('out', 'oversold') as is_out)
  select case when is_out then 'stock.out' when was_out then 'stock.back' else 'stock.low' end, null::bigint,
    jsonb_build_object('sku_id', sku_id, 'product_id', product_id, 'code', code, 'available', available,
      'safety_stock', safety_stock)
  from crossed
  where case when is_out then not was_out else was_out or standing = 'low' end
  order by sku_id
$$;

-- Keeps SKUs, each in its quantity, for somebody who has not been promised them yet: all of them, or, where one of
-- them is not there, none. One statement changes the stock, in which sold out is no row. Answers 'reserved', 'known' where
-- the same hold was made before, or 'sold_out', and the queues that the caller has to ask for at the end.
create function hold_stock(by_owner bigint, hold_ref text, of_skus bigint[], quantities integer[],
  out answer text, out asks text[]) language plpgsql as $$
declare
  held bigint[];
  crossed boolean;
  told json;
begin
  with shelf as materialized (
    select id from locations where owner_id = by_owner and is_default),
  stock as materialized (
    select s.sku_id, w.quantity, s.on_hand - s.reserved >= w.quantity and s.tracked_since is not null as fits
    from sku_stock s join unnest(of_skus, quantities) as w(sku_id, quantity) on w.sku_id = s.sku_id
    where s.owner_id = by_owner and s.sku_id = any(of_skus)
    order by s.sku_id for update of s),
  placed as (
    insert into stock_reservations (owner_id, sku_id, location_id, cause_kind, cause_ref, per_unit, reserved, shipped)
    select by_owner, w.sku_id, coalesce((
        select l.location_id from stock_levels l where l.sku_id = w.sku_id and l.on_hand - l.reserved >= w.quantity
        order by l.location_id <> shelf.id, l.location_id limit 1), shelf.id),
      'hold', hold_ref, 1, w.quantity, 0
    from stock w cross join shelf
    where (select count(*) = cardinality(of_skus) and bool_and(fits) from stock)
    on conflict (owner_id, cause_kind, cause_ref, sku_id) do nothing
    returning sku_id, location_id, reserved),
  levels as (
    insert into stock_levels as l (owner_id, sku_id, location_id, on_hand, reserved)
    select by_owner, sku_id, location_id, 0, reserved from placed
    on conflict (sku_id, location_id) do update set reserved = l.reserved + excluded.reserved),
  sums as (
    update sku_stock s set reserved = s.reserved + p.reserved, changed_at = now() from placed p
    where s.sku_id = p.sku_id returning s.sku_id, s.told is distinct from s.standing as crosses)
  select array_agg(sku_id order by sku_id), bool_or(crosses) into held, crossed from sums;
  asks := '{}';
  if held is null then
    perform from stock_reservations where owner_id = by_owner and cause_kind = 'hold' and cause_ref = hold_ref;
    answer := case when found then 'known' else 'sold_out' end;
    return;
  end if;
  answer := 'reserved';
  if note_stock_changes(by_owner, held, null, null, null) then
    asks := array['stock'];
  end if;
  if crossed then
    select json_agg(c) into told from stock_crossings(by_owner, held) c;
    if told is not null then
      perform record_events(by_owner, told);
      asks := asks || array['fan-out', 'notify'];
    end if;
  end if;
end $$;

-- The same as all there is to do in a transaction.
create function hold_stock_alone(by_owner bigint, hold_ref text, of_skus bigint[], quantities integer[])
returns text language plpgsql as $$
declare held record;
begin
  held := hold_stock(by_owner, hold_ref, of_skus, quantities);
  if held.asks <> '{}' then
    perform ask_for_jobs(by_owner, held.asks, null);
  end if;
  return held.answer;
end $$;
