import { Check, Truck } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Refused } from '../../desk/commands/refused.tsx';
import { useWishEnd, WAIT_SECONDS } from '../../desk/commands/use-wish-end.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { DueClock } from '../../desk/due-clock.tsx';
import { BackLink } from '../../desk/lists/back-link.tsx';
import { StatusBadge } from '../../desk/status-badge.tsx';
import { WaitingSheet } from '../../desk/waiting-sheet.tsx';
import { Page } from '../../frame/page.tsx';
import { useKeys } from '../../frame/use-keys.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { MoreDeeds } from './deeds/more-deeds.tsx';
import { ORDER } from './deeds/touches.ts';
import { isWaiting } from './is-waiting.ts';
import { OrderClaims } from './order-claims.tsx';
import { OrderContact } from './order-contact.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderMemos } from './order-memos.tsx';
import { OrderMoney } from './order-money.tsx';
import { OrderNative } from './order-native.tsx';
import { OrderParcels } from './order-parcels.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { useOrderWords } from './order-words.ts';
import { ShipOneDialog } from './ship-one-dialog.tsx';

type Order = Schema<'Order'>;

/** Everything known of one order, and what can be done with it. */
export function OrderPage({ id }: { readonly id: number }) {
  const t = useOrderWords();
  const {
    data: order,
    error,
    refetch,
  } = queries.useQuery('get', '/api/v1/orders/{id}', { params: { path: { id } } });
  return (
    <Page
      title={order === undefined ? t('order') : order.native_order_id}
      side={order === undefined ? null : <OrderDeeds order={order} />}
    >
      <div className="flex flex-col gap-4 px-4">
        <BackLink to="/orders">{t('title')}</BackLink>
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        {order === undefined ? error === null ? <WaitingSheet /> : null : <OrderSheet order={order} />}
      </div>
    </Page>
  );
}

function OrderSheet({ order }: { readonly order: Order }) {
  const t = useOrderWords();
  return (
    <>
      <OrderFacts order={order} />
      {order.vanished === null ? null : (
        <p role="alert" className="rounded-lg border border-warn bg-warn-soft px-3 py-2 text-sm text-warn">
          {order.vanished.message}
        </p>
      )}
      {/* On phones the receiver and the money come before what happened. */}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <OrderLines order={order} />
          {order.claims.length === 0 ? null : <OrderClaims order={order} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <OrderContact order={order} />
          <OrderMoney order={order} />
          <OrderParcels order={order} />
          {order.late_penalties.length === 0 ? null : (
            <Panel title={t('latePenalties')}>
              <ul className="flex flex-col gap-2 px-4 py-3 text-sm text-soft">
                {order.late_penalties.map(({ detail }) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <OrderTimeline order={order} />
          <OrderMemos order={order} />
          <OrderNative order={order} />
        </div>
      </div>
    </>
  );
}

function OrderFacts({ order }: { readonly order: Order }) {
  const t = useOrderWords();
  const desk = useDeskWords();
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
      <StatusBadge status={order.status} />
      <span>{desk.word('platform', order.platform)}</span>
      <span>{t('orderedAt', { at: format.moment(order.ordered_at) })}</span>
      {order.paid_at === null ? null : <span>{t('paidAt', { at: format.moment(order.paid_at) })}</span>}
      {isWaiting(order) && order.due_at !== null ? (
        <span className="flex gap-1">
          {t('dueIn')} <DueClock at={order.due_at} />
        </span>
      ) : null}
    </div>
  );
}

function OrderDeeds({ order }: { readonly order: Order }) {
  const t = useOrderWords();
  const mayAct = useMay('staff');
  const [shipping, setShipping] = useState(false);
  const end = useWishEnd({ touches: ORDER, title: t('acknowledge'), onClose: () => {} });
  const set = queries.useMutation('put', '/api/v1/orders/{id}/status', end.options);
  const has = (status: Schema<'OrderLine'>['status']) => order.lines.some((line) => line.status === status);
  const acknowledge = mayAct && has('PAID');
  const ship = mayAct && (has('PAID') || has('PREPARING'));
  const sendAcknowledgement = () => {
    if (set.isPending) return;
    const params = { path: { id: order.id }, query: { wait: WAIT_SECONDS } };
    set.mutate({ params, body: { status: 'acknowledged' } });
  };
  useKeys({
    ...(acknowledge ? { a: sendAcknowledgement } : {}),
    ...(ship ? { s: () => setShipping(true) } : {}),
  });
  if (!mayAct) return null;
  return (
    <>
      {set.error === null && end.refused.length === 0 ? null : (
        <div className="order-last flex w-full flex-col gap-2">
          {set.error === null ? null : <TroubleNote error={set.error} />}
          <Refused commands={end.refused} />
        </div>
      )}
      {acknowledge ? (
        <Button busy={set.isPending} onClick={sendAcknowledgement}>
          <Check aria-hidden="true" />
          {t('acknowledge')}
          <Key name="a" />
        </Button>
      ) : null}
      {ship ? (
        <Button look="primary" onClick={() => setShipping(true)}>
          <Truck aria-hidden="true" />
          {t('ship')}
          <Key name="s" />
        </Button>
      ) : null}
      <MoreDeeds order={order} />
      {shipping ? <ShipOneDialog order={order} onClose={() => setShipping(false)} /> : null}
    </>
  );
}

/** The key of a deed; phones have none. */
function Key({ name }: { readonly name: string }) {
  return (
    <span className="max-md:hidden">
      <KeyCap>{name}</KeyCap>
    </span>
  );
}
