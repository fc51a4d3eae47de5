import type { ClaimMove } from '../../../../domain/claim.ts';
import { asFields, asList, type Fields, idAt } from '../../../kit/decode.ts';
import type { OrderRead } from '../../../kit/shop.ts';
import { nextAt, readRow } from '../../rows.ts';
import { optionalMomentAt } from '../values.ts';
import { decodeExchange, type ExchangeRead } from './decode-exchange.ts';
import { decodeReceipt } from './decode-receipt.ts';
import { claimIdOfReceipt } from './ids.ts';

/** One page of a list of claims. */
export interface ClaimPage {
  readonly reads: readonly OrderRead[];
  readonly exchanges: readonly ExchangeRead[];
  readonly next: string | null;
}

export function decodeReceipts(json: unknown): ClaimPage {
  const page = asFields(json, 'page');
  const reads = rowsOf(page).map((row) => readRow(row, receiptRead));
  return { reads, exchanges: [], next: nextAt(page) };
}

const receiptRead = (row: unknown): OrderRead => ({ kind: 'claim', claim: decodeReceipt(row) });

export function decodeExchanges(json: unknown): ClaimPage {
  const page = asFields(json, 'page');
  const exchanges: ExchangeRead[] = [];
  const reads = rowsOf(page).map((row) =>
    readRow(row, (whole): OrderRead => {
      const exchange = decodeExchange(whole);
      exchanges.push(exchange);
      return { kind: 'claim', claim: exchange.claim };
    }),
  );
  return { reads, exchanges, next: nextAt(page) };
}

/** Withdrawn returns; `nextPageIndex` is where the list by date goes on (sheet §6). */
export function decodeWithdrawals(json: unknown): ClaimPage {
  const page = asFields(json, 'page');
  const reads = rowsOf(page).map((row) =>
    readRow(row, (whole): OrderRead => ({ kind: 'claim_moved', move: decodeWithdrawal(whole) })),
  );
  return { reads, exchanges: [], next: nextAt(page, 'nextPageIndex') };
}

function decodeWithdrawal(row: unknown): ClaimMove {
  const withdrawal = asFields(row, 'withdrawal');
  return {
    nativeClaimId: claimIdOfReceipt(idAt(withdrawal, 'cancelId')),
    nativeOrderId: idAt(withdrawal, 'orderId'),
    state: 'withdrawn',
    nativeStatus: 'WITHDRAWN',
    at: optionalMomentAt(withdrawal, 'createdAt'),
  };
}

function rowsOf(page: Fields): readonly unknown[] {
  return asList(page.data ?? [], 'data');
}
