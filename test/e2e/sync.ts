import { z } from 'zod';
import type { Language, Office } from './office.ts';

const TROUBLE = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  todo: z.string(),
  native_text: z.string().nullable(),
});
export type Trouble = z.infer<typeof TROUBLE>;

const RUN = z.object({
  id: z.number(),
  status: z.string(),
  created: z.number(),
  failed: z.number(),
  error: TROUBLE.nullable(),
});
export type Run = z.infer<typeof RUN>;

const RUNS = z.object({ runs: z.tuple([RUN]) });
const LOGS = z.object({ logs: z.array(RUN) });
const TESTED = z.object({ ok: z.boolean(), shop_name: z.string().nullable(), trouble: TROUBLE.nullable() });
const ORDERS = z.object({
  orders: z.array(
    z.object({
      id: z.number(),
      native_order_id: z.string(),
      status: z.string().nullable(),
      status_unknown: z.boolean(),
      platform: z.string(),
      ordered_at: z.string(),
    }),
  ),
  next_cursor: z.string().nullable(),
});
export type ListedOrder = z.infer<typeof ORDERS>['orders'][number];

/** Reads an account's orders now and answers the finished run. */
export async function syncNow(office: Office, account: number, dates = {}): Promise<Run> {
  const { status, body } = await office.ask('POST /sync/orders?wait=60', { account_id: account, ...dates });
  if (status !== 200) throw new Error(`the run did not end: ${JSON.stringify(body)}`);
  return RUNS.parse(body).runs[0];
}

export async function findRun(
  office: Office,
  account: number,
  run: number,
  language: Language,
): Promise<Run> {
  const { body } = await office.ask(`GET /sync/logs?account_id=${account}&limit=200`, undefined, language);
  const found = LOGS.parse(body).logs.find(({ id }) => id === run);
  if (found === undefined) throw new Error(`no log of run ${run}`);
  return found;
}

export async function testConnection(
  office: Office,
  platform: string,
  account: number,
  language: Language = 'en',
): Promise<z.infer<typeof TESTED>> {
  const { body } = await office.ask(
    `POST /sync/platforms/${platform}/test`,
    { account_id: account },
    language,
  );
  return TESTED.parse(body);
}

/** One page of the list of orders. */
export async function orderPage(office: Office, query: string): Promise<z.infer<typeof ORDERS>> {
  return ORDERS.parse((await office.ask(`GET /orders?${query}`)).body);
}

/** Every order that a query finds, page by page. */
export async function everyOrder(
  office: Office,
  query: string,
  limit = 200,
): Promise<readonly ListedOrder[]> {
  const orders: ListedOrder[] = [];
  let next: string | null = '';
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const page: z.infer<typeof ORDERS> = await orderPage(office, `${query}&limit=${limit}${cursor}`);
    orders.push(...page.orders);
    next = page.next_cursor;
  }
  return orders;
}
