-- Statements are separated by empty lines.

-- What an order comes to, summed from its lines and claims whenever they change: figures of a year need not read them.
alter table orders
  -- Units that stay sold.
  add column sold_units integer not null default 0,
  -- Of all lines after discounts; then what of it was canceled and returned. Minor units.
  add column sold_paid bigint not null default 0,
  add column sold_canceled bigint not null default 0,
  add column sold_returned bigint not null default 0,
  -- Whether something of it left after its deadline; null while nothing is known to have left.
  add column left_late boolean,
  -- Claims that were neither withdrawn nor rejected.
  add column has_cancel boolean not null default false,
  add column has_return boolean not null default false,
  add column has_exchange boolean not null default false;

with gone as (
  select cl.order_line_id as line_id,
    sum(coalesce(cl.quantity, 2147483647)) filter (where c.kind = 'cancel') as canceled,
    sum(coalesce(cl.quantity, 2147483647)) filter (where c.kind = 'return') as returned
  from claims c join claim_lines cl on cl.claim_id = c.id
  where c.kind in ('cancel', 'return') and c.state in ('refunded', 'done') and cl.order_line_id is not null
  group by cl.order_line_id),
sums as (
  select l.order_id, sum(l.quantity - canceled.units - returned.units) as units, sum(l.paid_amount) as paid,
    sum(canceled.amount) as canceled, sum(returned.amount) as returned,
    bool_or(l.shipped_at > coalesce(l.ship_by, p.ship_within)) as left_late
  from order_lines l join orders p on p.id = l.order_id
  left join gone on gone.line_id = l.id
  cross join lateral (
    select case when l.status = 'CANCELED' then l.quantity else least(l.quantity, coalesce(gone.canceled, 0))::integer end as units,
      case when l.status = 'CANCELED' then l.paid_amount when l.quantity = 0 or gone.canceled is null then 0
        else round(l.paid_amount::numeric * least(l.quantity, gone.canceled) / l.quantity)::bigint end as amount) canceled
  cross join lateral (
    select case when l.status = 'RETURNED' then l.quantity - canceled.units
        else least(l.quantity - canceled.units, coalesce(gone.returned, 0))::integer end as units,
      case when l.status = 'RETURNED' then l.paid_amount - canceled.amount when l.quantity = 0 or gone.returned is null then 0
        else least(l.paid_amount - canceled.amount, round(l.paid_amount::numeric
          * least(l.quantity - canceled.units, gone.returned) / l.quantity)::bigint) end as amount) returned
  group by l.order_id),
claimed as (
  select order_id, bool_or(kind = 'cancel') as cancels, bool_or(kind = 'return') as returns,
    bool_or(kind = 'exchange') as exchanges
  from claims
  where order_id is not null and (state is null or state not in ('rejected', 'withdrawn'))
  group by order_id)
update orders o set sold_units = s.units, sold_paid = s.paid, sold_canceled = s.canceled, sold_returned = s.returned,
  left_late = s.left_late, has_cancel = coalesce(c.cancels, false), has_return = coalesce(c.returns, false),
  has_exchange = coalesce(c.exchanges, false)
from sums s left join claimed c on c.order_id = s.order_id
where o.id = s.order_id;
