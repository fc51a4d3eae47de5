import { useState } from 'react';
import { api } from '../../api/client.ts';
import { dataOf, isProblem } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { type FoundOrder, findOrders } from './find-orders.ts';
import { useOrderWords } from './order-words.ts';
import type { PastedLine } from './pasted-invoices.ts';
import { readPlanItems } from './plan-items.ts';
import type { Work } from './work.ts';

type Plan = Schema<'Plan'>;
/** As much of an order as the preview shows; with the line, where the number is that of one. */
export type ShippedOrder = Pick<FoundOrder, 'id' | 'native_order_id' | 'first_product'> &
  Partial<Pick<FoundOrder, 'line_id'>>;

/** A line with the order it means, and why it will not be sent. */
export interface Shipment {
  readonly line: PastedLine;
  readonly order: ShippedOrder | undefined;
  readonly trouble: string | null;
}

/** For the plan to be prepared; orders need no reading, so this is plenty. */
const WAIT_SECONDS = 30;

/** Makes a plan of listed shipments, shows what it would do, and carries it out. */
export function useShipPlan({
  orders,
  onSent,
}: {
  /** Lines without a number belong to these, one after the other. */
  readonly orders: readonly ShippedOrder[];
  onSent(work: Work): void;
}) {
  const t = useOrderWords();
  const [plan, setPlan] = useState<Plan | null>(null);
  const [shipments, setShipments] = useState<readonly Shipment[]>([]);
  const [isLooking, setLooking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const attempt = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };

  const show = (judged: readonly Shipment[], made: Plan | null) => {
    setShipments(judged);
    setPlan(made);
    setLooking(true);
  };

  const prepare = (lines: readonly PastedLine[]) =>
    attempt(async () => {
      const found = await findOrders(lines.map(({ order }) => order).filter((number) => number !== ''));
      const met = new Set<string>();
      const judged = lines.map((line): Shipment => {
        const meant = line.order === '' ? orders[line.nth] : found.get(line.order)?.[0];
        if (meant === undefined) {
          const trouble = t(line.order === '' ? 'noOrderLeft' : 'notFound');
          return { line, order: undefined, trouble };
        }
        const isTwice = isMet(meant, met);
        const isInTwoShops = (found.get(line.order)?.length ?? 0) > 1;
        const trouble = isInTwoShops ? t('inTwoShops') : isTwice ? t('twice') : null;
        return { line, order: meant, trouble };
      });
      await planOf(judged);
    });

  /** The API names lines it cannot read by their place; those are left out, and the rest is planned. */
  const planOf = async (judged: readonly Shipment[]): Promise<void> => {
    const good = judged.filter(({ trouble }) => trouble === null);
    if (good.length === 0) {
      show(judged, null);
      return;
    }
    const answer = await api.POST('/api/v1/plans', {
      params: { query: { wait: WAIT_SECONDS } },
      body: { kind: 'ship', items: good.flatMap(itemOf) },
    });
    const faults = isProblem(answer.error) ? faultsByPlace(answer.error) : new Map<number, string>();
    if (faults.size > 0) {
      const marked = new Map(good.map((shipment, at) => [shipment, faults.get(at)]));
      await planOf(
        judged.map((shipment) => ({ ...shipment, trouble: marked.get(shipment) ?? shipment.trouble })),
      );
      return;
    }
    const made = dataOf(answer);
    const items = await readPlanItems(made.id);
    const at = new Map(good.map((shipment, place) => [shipment, items[place]]));
    show(
      judged.map((shipment) => {
        const item = at.get(shipment);
        if (item === undefined || item.state === 'planned') return shipment;
        return { ...shipment, trouble: item.declined?.detail ?? t('unchanged') };
      }),
      made,
    );
  };

  const send = () =>
    attempt(async () => {
      if (plan === null) return;
      const params = { path: { id: plan.id } };
      dataOf(await api.POST('/api/v1/plans/{id}/confirm', { params, body: { version: plan.version } }));
      const numbers = new Map(
        shipments.flatMap(({ order }) =>
          order === undefined ? [] : [[order.id, order.native_order_id] as const],
        ),
      );
      onSent({ kind: 'ship', plan: plan.id, numbers });
    });

  return { shipments, isLooking, isBusy, error, prepare, send, back: () => setLooking(false) };
}

/** Whether an earlier line is about the same, which is noted for later ones: an order may come again with another of its lines. */
function isMet({ id, line_id }: ShippedOrder, met: Set<string>): boolean {
  const [whole, part] = [`order ${id}`, `some of ${id}`];
  const own = typeof line_id === 'number' ? `line ${line_id}` : part;
  const before = met.has(whole) || met.has(own);
  met.add(typeof line_id === 'number' ? own : whole).add(part);
  return before;
}

function itemOf({ line, order }: Shipment) {
  return order === undefined
    ? []
    : [
        {
          order_id: order.id,
          ...(typeof order.line_id === 'number' ? { line_ids: [order.line_id] } : {}),
          shipping_info: { deliveryCompanyCode: line.carrier, trackingNumber: line.invoice },
        },
      ];
}

const ITEM = /^items\[(\d+)\]/;

function faultsByPlace({ errors = [] }: Schema<'Problem'>): ReadonlyMap<number, string> {
  return new Map(
    errors.flatMap(({ field, message }) => {
      const place = ITEM.exec(field)?.[1];
      return place === undefined ? [] : [[Number(place), message] as const];
    }),
  );
}
