import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Schema } from '../../api/types.ts';
import type { Column } from '../../desk/desk-table.tsx';
import { DueClock } from '../../desk/due-clock.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { ShopText, useShopNames } from '../../desk/shop-name.tsx';
import { StatusBadge } from '../../desk/status-badge.tsx';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { isWaiting } from './is-waiting.ts';
import { useOrderWords } from './order-words.ts';
import type { SORTS } from './orders-search.ts';

type Order = Schema<'OrderSummary'>;

type Sort = (typeof SORTS)[number];

const BY_AGE = { newest: 'descending', oldest: 'ascending', due: 'none' } as const satisfies Record<
  Sort,
  string
>;

/** Columns that are hidden until somebody wants them. */
export const USUALLY_HIDDEN = ['paid', 'quantity'];

/** Every column the orders desk can show, and how the list is sorted by those that it can be sorted by. */
export function useOrderColumns(sort: Sort, onSort: (sort: Sort) => void): readonly Column<Order>[] {
  const t = useOrderWords();
  const format = useFormat();
  const shopName = useShopNames();
  return useMemo(
    () => [
      {
        id: 'status',
        title: t('status'),
        width: '8.5rem',
        cell: (order) => <OrderState order={order} />,
      },
      {
        id: 'due',
        title: t('due'),
        width: '7rem',
        sort: {
          now: sort === 'due' ? 'ascending' : 'none',
          turn: () => onSort(sort === 'due' ? 'newest' : 'due'),
        },
        cell: (order) => <OrderDue order={order} />,
      },
      {
        id: 'shop',
        title: t('shop'),
        width: '7.5rem',
        cell: ({ platform, account_name }) => (
          <ShopText platform={platform} name={account_name} shown={shopName(platform, account_name)} />
        ),
      },
      { id: 'number', title: t('number'), width: '11.5rem', cell: (order) => <OrderNumber order={order} /> },
      {
        id: 'product',
        title: t('product'),
        width: 'minmax(14rem, 1fr)',
        cell: (order) => <Products order={order} />,
      },
      {
        id: 'quantity',
        title: t('quantity'),
        width: '4.5rem',
        align: 'right',
        cell: ({ quantity }) => <span className="numeric">{format.number(quantity)}</span>,
      },
      {
        id: 'amount',
        title: t('amount'),
        width: '7rem',
        align: 'right',
        cell: ({ paid_amount, currency }) => (
          <span className="numeric">{format.money(paid_amount, currency)}</span>
        ),
      },
      {
        id: 'ordered',
        title: t('ordered'),
        width: '8.5rem',
        sort: { now: BY_AGE[sort], turn: () => onSort(sort === 'newest' ? 'oldest' : 'newest') },
        cell: ({ ordered_at }) => <span className="numeric text-soft">{format.moment(ordered_at)}</span>,
      },
      {
        id: 'paid',
        title: t('paid'),
        width: '8.5rem',
        cell: ({ paid_at }) => (
          <span className="numeric text-soft">{paid_at === null ? '–' : format.moment(paid_at)}</span>
        ),
      },
      {
        id: 'invoice',
        title: t('invoice'),
        width: '9rem',
        cell: ({ invoices }) => (
          <span className="numeric text-soft" title={invoices.join(', ')}>
            {invoices.length === 0 ? '–' : invoices.join(', ')}
          </span>
        ),
      },
    ],
    [t, format, shopName, sort, onSort],
  );
}

function OrderNumber({ order }: { readonly order: Order }) {
  return (
    <RowLink href={`/orders/${order.id}`} className="numeric text-accent hover:underline">
      {order.native_order_id}
    </RowLink>
  );
}

/** Where an order stands, and what a person should know before acting on it. */
export function OrderState({ order }: { readonly order: Order }) {
  const t = useOrderWords();
  return (
    <span className="flex items-center gap-1">
      <StatusBadge status={order.status} />
      {order.open_claims > 0 ? <Badge tone="danger">{t('claim')}</Badge> : null}
      {order.vanished_at === null ? null : (
        <TriangleAlert role="img" aria-label={t('vanished')} className="size-4 shrink-0 text-warn" />
      )}
    </span>
  );
}

/** The clock runs only while something of the order has not left. */
function OrderDue({ order }: { readonly order: Order }) {
  return <DueClock at={isWaiting(order) ? order.due_at : null} />;
}

function Products({ order }: { readonly order: Order }) {
  const t = useOrderWords();
  return (
    <span title={order.first_product}>
      {order.first_product}
      {order.line_count > 1 ? (
        <span className="text-faint"> {t('andMore', { count: order.line_count - 1 })}</span>
      ) : null}
    </span>
  );
}

/** An order in two lines, for phones. */
export function NarrowOrder({ order, shop }: { readonly order: Order; readonly shop: string }) {
  const format = useFormat();
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <OrderState order={order} />
        <span className="min-w-0 flex-1 truncate text-2xs text-faint">
          <ShopText platform={order.platform} name={order.account_name} shown={shop} />
        </span>
        <OrderDue order={order} />
      </div>
      <div className="truncate">
        <Products order={order} />
      </div>
      <div className="flex gap-2 text-2xs text-soft">
        <OrderNumber order={order} />
        <span className="numeric ml-auto">{format.money(order.paid_amount, order.currency)}</span>
      </div>
    </div>
  );
}
