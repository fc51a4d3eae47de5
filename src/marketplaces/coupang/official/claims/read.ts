import { DAY_MS, MINUTE_MS } from '../../../kit/bucket.ts';
import { asFields, asList, type Fields } from '../../../kit/decode.ts';
import { BigNumeral, writeLossless } from '../../../kit/lossless.ts';
import type { ClaimRef, ClaimsNow, OrderRead } from '../../../kit/shop.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import { chunked, type Window } from '../../../kit/windows.ts';
import type { Ask } from '../calls.ts';
import { cancelsByMinute } from '../queries.ts';
import type { ExchangeRead } from './decode-exchange.ts';
import { decodeReceipts, decodeWithdrawals } from './decode-pages.ts';
import { exchangesOf } from './find-exchange.ts';
import { isExchangeId, nativeNumber } from './ids.ts';

type Missing = ClaimsNow['missing'][number];

/** Withdrawals are asked for by 50 numbers at the most (sheet §3.4). */
const WITHDRAWALS_PER_CALL = 50;

/** The claims as they are now. Withdrawn returns are in no list of returns, so what is missing there is asked for apart. */
export async function readClaims(ask: Ask, refs: readonly ClaimRef[]): Promise<ClaimsNow> {
  const reads: OrderRead[] = [];
  const missing: Missing[] = [];
  for (const ref of refs) {
    const found = isExchangeId(ref.nativeClaimId)
      ? await readExchange(ask, ref)
      : await readReceipt(ask, ref);
    if ('nativeText' in found) missing.push(found);
    else reads.push(...found.reads);
  }
  const withdrawn = await withdrawalsOf(ask, missing);
  const told = new Set(
    withdrawn.flatMap((read) => (read.kind === 'claim_moved' ? [read.move.nativeClaimId] : [])),
  );
  return {
    reads: [...reads, ...withdrawn],
    missing: missing.filter(({ nativeClaimId }) => !told.has(nativeClaimId)),
  };
}

type Found = { readonly reads: readonly OrderRead[] } | Missing;

async function readReceipt(ask: Ask, { nativeClaimId, nativeStatus, requestedAt }: ClaimRef): Promise<Found> {
  const isThis = (read: OrderRead) =>
    read.kind === 'unreadable' || (read.kind === 'claim' && read.claim.nativeClaimId === nativeClaimId);
  try {
    // What was cancelled in ACCEPT is in a list only: single look-ups do not know it (sheet §3.4).
    const { reads } =
      nativeStatus === 'CANCEL'
        ? await ask({
            operation: 'receipts',
            query: cancelsByMinute(around(requestedAt, MINUTE_MS)),
            decode: decodeReceipts,
          })
        : await ask({
            operation: 'receipt',
            params: { receiptId: nativeNumber(nativeClaimId) },
            decode: decodeOneReceipt,
          });
    const found = reads.filter(isThis);
    return found.length > 0 ? { reads: found } : { nativeClaimId, nativeText: '' };
  } catch (error) {
    return { nativeClaimId, nativeText: notShown(error) };
  }
}

/** `data` is a list, though there is one receipt in it (sheet §3.4); the object itself is taken as well. */
function decodeOneReceipt(json: unknown): ReturnType<typeof decodeReceipts> {
  const answer = asFields(json, 'answer');
  return decodeReceipts({ data: listOf(answer) });
}

function listOf({ data }: Fields): readonly unknown[] {
  if (data === null || data === undefined) return [];
  return Array.isArray(data) ? asList(data, 'data') : [data];
}

async function readExchange(ask: Ask, ref: ClaimRef): Promise<Found> {
  try {
    const exchange = await findExchange(ask, ref);
    if (exchange !== undefined) return { reads: [{ kind: 'claim', claim: exchange.claim }] };
    return { nativeClaimId: ref.nativeClaimId, nativeText: '' };
  } catch (error) {
    return { nativeClaimId: ref.nativeClaimId, nativeText: notShown(error) };
  }
}

/** One exchange, out of those of its order and day. */
export async function findExchange(ask: Ask, ref: ClaimRef): Promise<ExchangeRead | undefined> {
  const near = await exchangesOf(ask, ref.nativeOrderId, around(ref.requestedAt, DAY_MS));
  return near.find(({ claim }) => claim.nativeClaimId === ref.nativeClaimId);
}

function around(at: string, ms: number): Window {
  return { from: new Date(Date.parse(at) - ms), to: new Date(Date.parse(at) + ms) };
}

/** The words with which Coupang would not show a claim; trouble of another kind is thrown. */
function notShown(error: unknown): string {
  const told =
    error instanceof MarketplaceError && ['not_found', 'refused', 'wrong_state'].includes(error.reason);
  if (!told) throw error;
  return error.trouble.nativeText ?? '';
}

async function withdrawalsOf(ask: Ask, missing: readonly Missing[]): Promise<readonly OrderRead[]> {
  const ids = missing.map(({ nativeClaimId }) => nativeClaimId).filter((id) => !isExchangeId(id));
  const reads: OrderRead[] = [];
  for (const chunk of chunked(ids, WITHDRAWALS_PER_CALL)) {
    const cancelIds = chunk.map((id) => new BigNumeral(nativeNumber(id)));
    const page = await ask({
      operation: 'withdrawalsOf',
      body: writeLossless({ cancelIds }),
      decode: decodeWithdrawals,
    });
    reads.push(...page.reads);
  }
  return reads;
}
