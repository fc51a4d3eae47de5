import { useState } from 'react';
import { api } from '../../api/client.ts';
import { dataOf, isProblem } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { findOrders } from './find-orders.ts';
import { useOrderWords } from './order-words.ts';
import type { PastedLine } from './pasted-invoices.ts';
import { readPlanItems } from './plan-items.ts';
import type { Work } from './work.ts';

type Order = Schema<'OrderSummary'>;
type Plan = Schema<'Plan'>;

/** A pasted line with the order it means, and why it will not be sent. */
export interface Shipment {
  readonly line: PastedLine;
  readonly order: Order | undefined;
  readonly trouble: string | null;
}

/** For the plan to be prepared; orders need no reading, so this is plenty. */
const WAIT_SECONDS = 30;

/** Makes a plan of pasted shipments, shows what it would do, and carries it out. */
export function useShipPlan({
  orders,
  known,
  onSent,
}: {
  readonly orders: readonly Order[];
  readonly known: readonly Order[];
  onSent(work: Work): void;
}) {
  const t = useOrderWords();
  const [plan, setPlan] = useState<Plan | null>(null);
  const [shipments, setShipments] = useState<readonly Shipment[]>([]);
  const [isLooking, setLooking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const attempt = async (work: () => Promise<void>) => {
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

  const prepare = (lines: readonly PastedLine[]) =>
    attempt(async () => {
      const meant = await ordersMeant(lines, orders, known);
      const met = new Set<number>();
      const judged = lines.map((line, at): Shipment => {
        const order = meant[at];
        const isTwice = order !== undefined && met.has(order.id);
        if (order !== undefined) met.add(order.id);
        return { line, order, trouble: order === undefined ? t('notFound') : isTwice ? t('twice') : null };
      });
      await planOf(judged);
    });

  /** The API names lines it cannot read by their place; those are left out, and the rest is planned. */
  const planOf = async (judged: readonly Shipment[]): Promise<void> => {
    const good = judged.filter(({ trouble }) => trouble === null);
    if (good.length === 0) {
      setShipments(judged);
      setPlan(null);
      setLooking(true);
      return;
    }
    const answer = await api.POST('/api/v1/plans', {
      params: { query: { wait: WAIT_SECONDS } },
      body: {
        kind: 'ship',
        items: good.flatMap(({ line, order }) =>
          order === undefined
            ? []
            : [
                {
                  order_id: order.id,
                  shipping_info: { deliveryCompanyCode: line.carrier, trackingNumber: line.invoice },
                },
              ],
        ),
      },
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
    setShipments(
      judged.map((shipment) => {
        const item = at.get(shipment);
        if (item === undefined || item.state === 'planned') return shipment;
        return { ...shipment, trouble: item.declined?.detail ?? t('unchanged') };
      }),
    );
    setPlan(made);
    setLooking(true);
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

const ITEM = /^items\[(\d+)\]/;

function faultsByPlace({ errors = [] }: Schema<'Problem'>): ReadonlyMap<number, string> {
  return new Map(
    errors.flatMap(({ field, message }) => {
      const place = ITEM.exec(field)?.[1];
      return place === undefined ? [] : [[Number(place), message] as const];
    }),
  );
}

/** Lines without a number belong to the selected orders, one after the other. */
async function ordersMeant(
  lines: readonly PastedLine[],
  selected: readonly Order[],
  known: readonly Order[],
): Promise<readonly (Order | undefined)[]> {
  const found = await findOrders(
    lines.map(({ order }) => order).filter((number) => number !== ''),
    known,
  );
  let next = 0;
  return lines.map(({ order }) => {
    if (order !== '') return found.get(order);
    next += 1;
    return selected[next - 1];
  });
}
