import type { SaleTarget } from '../../../kit/catalog.ts';
import type { OfferOutcome } from '../../../kit/offers.ts';
import { type Failure, sendInTurn } from '../../outcomes.ts';
import type { Ask } from '../calls.ts';
import { wordAt } from '../values.ts';
import { decodeProductAnswer, failureOf } from './product-answer.ts';
import { readProduct } from './read-listings.ts';

/** Stops and restarts the display of products, one a call; nothing at 11st is ever deleted (sheet §3.3). */
export function setOnSale(ask: Ask, targets: readonly SaleTarget[]): Promise<readonly OfferOutcome[]> {
  return sendInTurn(
    targets.map((target) => [target]),
    async ([target]) => (target === undefined ? [] : [await setOne(ask, target)]),
    failed,
  );
}

async function setOne(ask: Ask, target: SaleTarget): Promise<OfferOutcome> {
  const operation = target.onSale ? 'restartDisplay' : 'stopDisplay';
  const params = { prdNo: target.nativeListingId };
  const answer = await ask({ operation, params, decode: decodeProductAnswer });
  const failure = failureOf(answer, operation);
  if (failure === undefined || (await isSo(ask, target))) return { kind: 'done', item: target.item };
  return failed(target, failure);
}

/** Sold-out goods are not stopped, and stopping ended ones changes nothing. */
const ON: ReadonlySet<string> = new Set(['103', '104']);
const STOPPED = '105';

/** What was refused because it is so already has come about. */
async function isSo(ask: Ask, { nativeListingId, onSale }: SaleTarget): Promise<boolean> {
  const { product } = await readProduct(ask, nativeListingId);
  const status = product === null ? null : wordAt(product, 'selStatCd');
  return status !== null && (onSale ? ON.has(status) : status === STOPPED);
}

function failed({ item }: SaleTarget, failure: Failure): OfferOutcome {
  return { ...failure, item };
}
