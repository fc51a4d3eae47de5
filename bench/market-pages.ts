import { Agent } from 'undici';
import { type AnswerFormat, JSON_FORMAT } from '../src/marketplaces/kit/answer-format.ts';
import { unlimitedBudget } from '../src/marketplaces/kit/budget.ts';
import type { Edition } from '../src/marketplaces/kit/edition.ts';
import { type Gate, openGate } from '../src/marketplaces/kit/gate.ts';
import type { TokenShelf } from '../src/marketplaces/kit/shared-token.ts';
import { findMarketplace } from '../src/marketplaces/registry.ts';
import type { SandboxControl } from '../test/harness/sandbox-control.ts';

const DAY_MS = 86_400_000;
/** Batches after which the lists of new orders have all had their turn. */
const BATCHES = 60;
/** Bought at once; with the lines they have, just below the 3,000 rows at which 11st cuts a list. */
const NEW_ORDERS = 1_600;
/** So many pages of one edition are measured, the longest ones. */
const PAGES = 4;

/**
 * Lets an edition read a shop with many new orders at the sandbox, and answers the longest answers of one of its
 * operations, byte for byte as they came.
 */
export async function longestPages(
  sandbox: SandboxControl,
  platform: string,
  editionName: string,
  operation: string,
): Promise<readonly Buffer[]> {
  const edition = findMarketplace(platform)?.editions[editionName];
  if (edition === undefined) throw new Error(`no edition ${editionName} of ${platform}`);
  const shop = await sandbox.openShop(platform, {
    edition: editionName,
    orders: 200,
    quiet: true,
    limits: false,
    publicationDelayMs: 0,
  });
  await sandbox.post(`/${platform}/shops/${shop.shop}/buy`, { count: NEW_ORDERS });

  const dispatcher = new Agent();
  const pages: Buffer[] = [];
  const clock = () => new Date();
  const gate = openGate({
    baseUrl: shop.baseUrl,
    operations: edition.operations,
    buckets: edition.buckets,
    budget: unlimitedBudget,
    lane: 'bulk',
    tokens: oneToken(),
    dispatcher,
    clock,
    closedIntents: new Set(),
  });
  const { orders } = openWith(edition, shop.credentials, keeping(gate, operation, pages), clock);
  let batches = 0;
  for await (const _batch of orders.changes({ cursor: null, since: new Date(Date.now() - 2 * DAY_MS) })) {
    batches += 1;
    if (batches === BATCHES) break;
  }
  await dispatcher.close();
  if (pages.length === 0) throw new Error(`${platform} ${editionName} was never asked for ${operation}`);
  return pages.toSorted((one, other) => other.length - one.length).slice(0, PAGES);
}

function openWith(
  edition: Edition,
  credentials: Readonly<Record<string, string>>,
  gate: Gate,
  clock: () => Date,
) {
  return edition.open({ credentials, keyExpiresAt: null, gate, clock });
}

/** The same gate, which keeps the bytes of one operation's answers. */
function keeping(gate: Gate, operation: string, into: Buffer[]): Gate {
  return {
    tokens: gate.tokens,
    ask(call) {
      if (call.operation !== operation) return gate.ask(call);
      const format: AnswerFormat = call.format ?? JSON_FORMAT;
      return gate.ask({
        ...call,
        format: {
          looksCut: (text) => format.looksCut(text),
          read(bytes, headers) {
            into.push(Buffer.from(bytes));
            return format.read(bytes, headers);
          },
        },
      });
    },
  };
}

function oneToken(): TokenShelf {
  let token: Promise<string> | undefined;
  return {
    current(_renewBeforeMs, issue) {
      token ??= issue().then(({ value }) => value);
      return token;
    },
    async drop() {
      token = undefined;
    },
  };
}
