-- Statements are separated by empty lines.

-- A wish that was taken is leased, and what is asked for until it is settled stands beside it: the job may have looked
-- already, so nobody relies on the lease, and a job settles nothing that was asked while it was at work.
alter table job_wishes
  add column leased_until timestamptz,
  add column asked_for timestamptz not null default 'infinity';

-- Asks for an owner's queue to be worked through. A wish for then or earlier is relied upon and not written again, so that
-- askers neither wait for each other nor notify for each change: the job waits for those who rely on it before it looks.
-- Each statement sees what was committed before it began, so the wish is read after the lock is had.
create or replace function ask_for_job(by_owner bigint, of_queue text, wished_at timestamptz) returns void
language plpgsql as $$
declare
  wished timestamptz := coalesce(wished_at, clock_timestamp());
  soon boolean;
begin
  perform pg_advisory_xact_lock_shared(job_wish_lock(by_owner, of_queue));
  perform from job_wishes
  where owner_id = by_owner and queue = of_queue
    and case when leased_until is null then due_at else asked_for end <= greatest(wished, clock_timestamp());
  if found then
    return;
  end if;
  insert into job_wishes as w (owner_id, queue, due_at) values (by_owner, of_queue, wished)
  on conflict (owner_id, queue) do update set
    due_at = least(w.due_at, wished),
    asked_for = case when w.leased_until is null then 'infinity' else least(w.asked_for, wished) end
  -- What is due later than that is found by everybody's own looking.
  returning w.due_at < clock_timestamp() + interval '5 seconds' into soon;
  if soon then
    perform pg_notify('moa_jobs', of_queue);
  end if;
end $$;
