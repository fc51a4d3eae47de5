-- All that one grant needs to know and to change is one row: times in milliseconds since 1970, so that they can be
-- reckoned with, and counts.
alter table rate_budgets
  drop column next_at,
  -- Per paced limit, the moment from which the next call may go.
  add column next_ms float8[] not null default '{}',
  -- Calls in each of the last 61 seconds, 61 minutes and 25 hours, newest first, as of metered_ms. Any stretch of a
  -- minute, an hour or a day lies within such a ring.
  add column seconds integer[] not null default '{}',
  add column minutes integer[] not null default '{}',
  add column hours integer[] not null default '{}',
  add column metered_ms float8 not null default 0,
  -- Who waits: {"<asker>": [lane, until_ms]}.
  add column wants jsonb not null default '{}',
  -- Per lane, how many calls of other lanes were granted since it began to wait or last got one.
  add column passed_over integer[] not null default '{0,0,0,0}',
  -- Calls under way, where their number is limited: {"<call>": until_ms}.
  add column flights jsonb not null default '{}',
  -- The call granted last: while it is, it can be given back as if it had never been granted.
  add column last_flight text,
  add column hits integer not null default 0,
  add column hit_at timestamptz,
  -- Why it was shut, in our words for troubles.
  add column shut_because text,
  add column told jsonb;

create function moved_ring(ring integer[], steps float8, size integer) returns integer[] language sql immutable as $$
  select case
    when steps >= size or coalesce(array_length(ring, 1), 0) <> size then array_fill(0, array[size])
    when steps <= 0 then ring
    else array_fill(0, array[steps::integer]) || ring[1 : size - steps::integer]
  end
$$;

-- A budget as of a moment: rings turned, dead waiters and calls forgotten. When the database's clock was set back, all
-- times of the row go back with it, so that no bucket waits for a moment long past.
create function budget_at(b rate_budgets, at_ms float8) returns rate_budgets language plpgsql immutable as $$
declare
  back_ms float8 := greatest(0, b.metered_ms - at_ms);
begin
  if back_ms > 0 then
    b.next_ms := array(select next - back_ms from unnest(b.next_ms) with ordinality as n (next, i) order by i);
    b.shut_until := b.shut_until - make_interval(secs => back_ms / 1000);
  end if;
  b.seconds := moved_ring(b.seconds, floor(at_ms / 1000) - floor(b.metered_ms / 1000), 61);
  b.minutes := moved_ring(b.minutes, floor(at_ms / 60000) - floor(b.metered_ms / 60000), 61);
  b.hours := moved_ring(b.hours, floor(at_ms / 3600000) - floor(b.metered_ms / 3600000), 25);
  if b.wants <> '{}' then
    b.wants := coalesce((
      select jsonb_object_agg(key, jsonb_build_array(value -> 0, (value ->> 1)::float8 - back_ms))
      from jsonb_each(b.wants) where (value ->> 1)::float8 - back_ms > at_ms), '{}');
  end if;
  if b.flights <> '{}' then
    b.flights := coalesce((
      select jsonb_object_agg(key, value::float8 - back_ms)
      from jsonb_each(b.flights) where value::float8 - back_ms > at_ms), '{}');
  end if;
  b.metered_ms := at_ms;
  return b;
end
$$;

create function locked_budget(of_account bigint, of_bucket text) returns rate_budgets language plpgsql as $$
declare
  b rate_budgets;
begin
  select * into b from rate_budgets where account_id = of_account and bucket = of_bucket for update;
  if not found then
    insert into rate_budgets (account_id, bucket) values (of_account, of_bucket) on conflict do nothing;
    select * into b from rate_budgets where account_id = of_account and bucket = of_bucket for update;
  end if;
  return b;
end
$$;

-- When a ring has room again: slots leave it oldest first, and the one that must is the newest whose leaving suffices.
create function ring_has_room_at(ring integer[], calls integer, cost integer, slot_ms float8, at_ms float8)
returns float8 language sql immutable as $$
  select case
    when sum(n) + least(cost, calls) <= calls then '-infinity'::float8
    else (floor(at_ms / slot_ms) - max(i) filter (where newer + least(cost, calls) <= calls)
      + 1 + array_length(ring, 1)) * slot_ms
  end
  from (select n, i, sum(n) over (order by i) - n as newer from unnest(ring) with ordinality as s (n, i)) slots
$$;

create function ring_of(b rate_budgets, counted text) returns integer[] language sql immutable as $$
  select case counted when 'minute' then b.seconds when 'hour' then b.minutes else b.hours end
$$;

-- Higher goes first. A lane that was passed over six times goes before all but a click, one that was passed over more
-- often before that too; so none is passed over more than nine times, and a lone click waits for nobody.
create function lane_rank(lane integer, passed_over integer[]) returns float8 language sql immutable as $$
  select case
    when passed_over[lane + 1] > 6 then passed_over[lane + 1]
    when lane = 0 then 6.5
    when passed_over[lane + 1] = 6 then 6
    else -lane
  end
$$;

create function is_outranked(b rate_budgets, asker text, asker_lane integer) returns boolean language sql immutable as $$
  select exists (
    select from (select key, (value ->> 0)::integer as lane from jsonb_each(b.wants)) w
    where key <> asker and lane <> asker_lane and
      (lane_rank(lane, b.passed_over), -lane) > (lane_rank(asker_lane, b.passed_over), -asker_lane))
$$;

-- The moment from which a bucket could take the call; no later than now: at once.
create function bucket_opens_at(b rate_budgets, rule jsonb, asker text, asker_lane integer, at_ms float8)
returns float8 language plpgsql immutable as $$
declare
  opens_ms float8 := coalesce(extract(epoch from nullif(b.shut_until, '-infinity')) * 1000, 0);
begin
  opens_ms := greatest(opens_ms, (
    select max(b.next_ms[i] + (pace ->> 'ahead')::float8)
    from jsonb_array_elements(rule -> 'paces') with ordinality as p (pace, i)));
  opens_ms := greatest(opens_ms, (
    select max(ring_has_room_at(ring_of(b, counted ->> 'window'), (counted ->> 'calls')::integer,
      (rule ->> 'cost')::integer, (counted ->> 'slot')::float8, at_ms))
    from jsonb_array_elements(rule -> 'windows') counted));
  if opens_ms > at_ms then
    return opens_ms;
  end if;
  if (select count(*) from jsonb_object_keys(b.flights)) >= (rule ->> 'parallel')::integer then
    -- A slot becomes free at any moment.
    return at_ms + 25;
  end if;
  if is_outranked(b, asker, asker_lane) then
    -- The one who goes first takes this turn; the next one may be ours.
    return greatest(at_ms + 10, (
      select max(greatest(b.next_ms[i], at_ms - (pace ->> 'slack')::float8) + (pace ->> 'charge')::float8)
      from jsonb_array_elements(rule -> 'paces') with ordinality as p (pace, i)));
  end if;
  return at_ms;
end
$$;

-- A budget after one more call of this asker.
create function granted_budget(b rate_budgets, rule jsonb, asker text, asker_lane integer)
returns rate_budgets language plpgsql immutable as $$
declare
  cost integer := (rule ->> 'cost')::integer;
begin
  b.next_ms := array(
    select greatest(coalesce(b.next_ms[i], '-infinity'), b.metered_ms - (pace ->> 'slack')::float8)
      + (pace ->> 'charge')::float8
    from jsonb_array_elements(rule -> 'paces') with ordinality as p (pace, i) order by i);
  b.seconds[1] := b.seconds[1] + cost;
  b.minutes[1] := b.minutes[1] + cost;
  b.hours[1] := b.hours[1] + cost;
  b.wants := b.wants - asker;
  b.passed_over := array(
    select case
      when lane <> asker_lane and exists (
        select from jsonb_each(b.wants) w where (w.value ->> 0)::integer = lane)
      then b.passed_over[lane + 1] + 1 else 0 end
    from generate_series(0, 3) lane order by lane);
  return b;
end
$$;

create function write_budget(b rate_budgets) returns void language sql as $$
  update rate_budgets set next_ms = b.next_ms, shut_until = b.shut_until, metered_ms = b.metered_ms,
    seconds = b.seconds, minutes = b.minutes, hours = b.hours, wants = b.wants, passed_over = b.passed_over,
    flights = b.flights, last_flight = b.last_flight, told = b.told
  where account_id = b.account_id and bucket = b.bucket
$$;

-- Takes one grant from every bucket of the rules, or from none. Rules come in name order, so that nobody waits in a
-- circle. Time is read when all rows are locked: grants of a bucket are ordered by it. When granted, `wait_ms` tells
-- when the next call of this asker has a chance; if one follows, its wish is kept meanwhile. A grant that came too late to
-- be used is given back first, if no other was made since.
create function take_grant(
  of_account bigint, rules jsonb, asker text, asker_lane integer, is_followed boolean,
  flight text, flight_ms float8, void_flight text, fence jsonb, lease_seconds float8
) returns table (verdict text, wait_ms float8, at_ms float8, because text, told jsonb) language plpgsql as $$
declare
  rule jsonb;
  budgets rate_budgets[] := '{}';
  opens float8[] := '{}';
  b rate_budgets;
begin
  if fence is not null then
    perform from lanes where account_id = (fence ->> 'account')::bigint and kind = fence ->> 'kind'
      and holder = (fence ->> 'holder')::uuid
      and held_until > clock_timestamp() + make_interval(secs => lease_seconds / 2);
    if not found then
      -- Nobody took it over, but somebody soon may: a lane that sends is a lane that lives.
      update lanes set held_until = clock_timestamp() + make_interval(secs => lease_seconds)
      where account_id = (fence ->> 'account')::bigint and kind = fence ->> 'kind'
        and holder = (fence ->> 'holder')::uuid;
      if not found then
        return query select 'lost', 0::float8, 0::float8, null::text, null::jsonb;
        return;
      end if;
    end if;
  end if;
  told := '{}';
  for rule in select value from jsonb_array_elements(rules) loop
    b := locked_budget(of_account, rule ->> 'bucket');
    budgets := budgets || b;
    if b.told is not null then
      told := told || jsonb_build_object(b.bucket, b.told);
    end if;
  end loop;
  at_ms := extract(epoch from clock_timestamp()) * 1000;
  for i in 1 .. array_length(budgets, 1) loop
    b := budget_at(budgets[i], at_ms);
    if b.last_flight = void_flight then
      b.next_ms := array(
        select b.next_ms[n] - (pace ->> 'charge')::float8
        from jsonb_array_elements(rules -> (i - 1) -> 'paces') with ordinality as p (pace, n) order by n);
      b.last_flight := null;
    end if;
    budgets[i] := b;
    if extract(epoch from b.shut_until) * 1000 > at_ms then
      because := b.shut_because;
    end if;
    opens := opens || bucket_opens_at(budgets[i], rules -> (i - 1), asker, asker_lane, at_ms);
  end loop;
  wait_ms := (select max(o) from unnest(opens) o) - at_ms;
  verdict := case when wait_ms > 0 then 'wait' else 'granted' end;
  if verdict = 'granted' then
    for i in 1 .. array_length(budgets, 1) loop
      rule := rules -> (i - 1);
      budgets[i] := granted_budget(budgets[i], rule, asker, asker_lane);
      budgets[i].last_flight := flight;
      if rule ->> 'parallel' is not null then
        budgets[i].flights := budgets[i].flights || jsonb_build_object(flight, at_ms + flight_ms);
      end if;
      opens[i] := bucket_opens_at(budgets[i], rule, asker, asker_lane, at_ms);
    end loop;
    wait_ms := (select max(o) from unnest(opens) o) - at_ms;
  end if;
  for i in 1 .. array_length(budgets, 1) loop
    b := budgets[i];
    -- Wishes are told where the wait is: elsewhere others may go first meanwhile.
    if opens[i] - at_ms >= wait_ms and (verdict = 'wait' or is_followed) then
      b.wants := b.wants || jsonb_build_object(asker, jsonb_build_array(asker_lane, at_ms + least(wait_ms, 1000) + 500));
    end if;
    perform write_budget(b);
  end loop;
  return next;
end
$$;

-- What the end of a call teaches: per bucket, how much more it cost and what the marketplace said.
create function settle_grant(of_account bigint, lessons jsonb, flight text) returns void language plpgsql as $$
declare
  lesson jsonb;
  b rate_budgets;
  at_ms float8;
  more integer;
begin
  for lesson in select value from jsonb_array_elements(lessons) loop
    b := locked_budget(of_account, lesson ->> 'bucket');
    at_ms := extract(epoch from clock_timestamp()) * 1000;
    b := budget_at(b, at_ms);
    more := greatest((lesson ->> 'more')::integer, (
      select max((used ->> 'calls')::integer - (select sum(n) from unnest(ring_of(b, used ->> 'window')) n))
      from jsonb_array_elements(lesson -> 'used') used));
    b.seconds[1] := b.seconds[1] + more;
    b.minutes[1] := b.minutes[1] + more;
    b.hours[1] := b.hours[1] + more;
    b.next_ms := array(
      select greatest(b.next_ms[i] + (pace ->> 'charge')::float8, at_ms + (pace ->> 'not_before')::float8)
      from jsonb_array_elements(lesson -> 'paces') with ordinality as p (pace, i) order by i);
    b.shut_until := greatest(b.shut_until,
      clock_timestamp() + make_interval(secs => (lesson ->> 'shut_ms')::float8 / 1000));
    b.flights := b.flights - flight;
    if lesson -> 'told' <> 'null' then
      b.told := lesson -> 'told' || jsonb_build_object('at', clock_timestamp());
    end if;
    perform write_budget(b);
  end loop;
end
$$;
