import {
  asFields,
  asList,
  type Fields,
  idAt,
  optionalFieldsAt,
  optionalIdAt,
  optionalTextAt,
} from '../../kit/decode.ts';
import type { Localized } from '../../kit/localized.ts';
import { BigNumeral, writeLossless } from '../../kit/lossless.ts';
import { ownRefusal } from '../../kit/own-refusal.ts';
import type { CancelTarget, Outcome } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import type { Ask } from './calls.ts';
import { refusalText } from './refusals.ts';
import type { Seller } from './seller.ts';
import { BOX_STATUSES, type BoxStatus } from './statuses.ts';
import { concernsAccount, failure } from './writes.ts';

/** What the answer says of each item: what became of those that were taken, and which were not. */
export interface CancelVerdict {
  /** In ACCEPT an order is cancelled, in INSTRUCT its shipment is stopped (sheet §3.3). */
  readonly taken: ReadonlyMap<string, 'CANCEL' | 'STOP_SHIPMENT'>;
  readonly failed: ReadonlySet<string>;
  readonly code: string;
  readonly message: string;
}

/** One call for each box and reason (sheet §3.3), and one answer for each of its items. */
export async function cancelOrders(
  ask: Ask,
  seller: Seller,
  targets: readonly CancelTarget[],
): Promise<readonly Outcome[]> {
  const { wingId } = seller;
  if (wingId === undefined) return targets.map(withoutLogin);
  const outcomes: Outcome[] = [];
  const calls = Map.groupBy(
    targets,
    ({ nativeOrderId, packageKey, reason }) => `${nativeOrderId} ${packageKey} ${reason}`,
  );
  for (const lines of calls.values()) {
    try {
      const verdict = await ask({
        operation: 'cancelOrder',
        params: { orderId: lines[0]?.nativeOrderId ?? '' },
        body: cancelBody({ ...seller, wingId }, lines),
        tellsEach: namesItems,
        decode: decodeCancel,
      });
      outcomes.push(...lines.map((line) => outcomeOf(line, verdict)));
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      if (outcomes.length === 0 && concernsAccount(error)) throw error;
      outcomes.push(...lines.map(({ line }) => failure(line, error)));
    }
  }
  return outcomes;
}

function cancelBody(
  { vendorId, wingId }: { readonly vendorId: string; readonly wingId: string },
  lines: readonly CancelTarget[],
): string {
  const [first] = lines;
  return writeLossless({
    orderId: new BigNumeral(first?.nativeOrderId ?? ''),
    vendorItemIds: lines.map(({ nativeItemId }) => new BigNumeral(nativeItemId)),
    receiptCounts: lines.map(({ quantity }) => quantity),
    bigCancelCode: 'CANERR',
    middleCancelCode: first?.reason,
    userId: wingId,
    vendorId,
  });
}

/** Partial success comes as HTTP 200 with code 400, PARTIAL or FAIL around lists that tell of each item (sheet §5). */
function namesItems(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('data' in json)) return false;
  const { data } = json;
  return typeof data === 'object' && data !== null && ('receiptMap' in data || 'failedVendorItemIds' in data);
}

/** Reads the answer, in the shape of the page and in that of its draft: with `receiptMap` under `data` or flat (sheet §3.3). */
export function decodeCancel(json: unknown): CancelVerdict {
  const answer = asFields(json, 'answer');
  const data = optionalFieldsAt(answer, 'data') ?? answer;
  const receipts = Object.values(optionalFieldsAt(data, 'receiptMap') ?? {}).map((receipt) =>
    asFields(receipt, 'receiptMap'),
  );
  return {
    taken: new Map(receipts.flatMap(itemsOf)),
    failed: new Set(
      asList(data.failedVendorItemIds ?? [], 'failedVendorItemIds').map((id) => idAt({ id }, 'id')),
    ),
    code: optionalIdAt(answer, 'code') ?? '',
    message: optionalTextAt(answer, 'message') ?? '',
  };
}

function itemsOf(receipt: Fields): [string, 'CANCEL' | 'STOP_SHIPMENT'][] {
  const type = optionalTextAt(receipt, 'receiptType') === 'CANCEL' ? 'CANCEL' : 'STOP_SHIPMENT';
  return asList(receipt.vendorItemIds ?? [], 'vendorItemIds').map((id) => [idAt({ id }, 'id'), type]);
}

function outcomeOf({ line, nativeItemId, whole }: CancelTarget, verdict: CancelVerdict): Outcome {
  const taken = verdict.taken.get(nativeItemId);
  if (verdict.failed.has(nativeItemId)) {
    if (taken !== undefined) return { kind: 'unknown', line, nativeText: verdict.message };
    return {
      kind: 'refused',
      line,
      reason: refusalText(verdict.message),
      nativeCode: verdict.code,
      nativeText: verdict.message,
      retryHelps: false,
    };
  }
  if (taken === undefined) return { kind: 'unknown', line, nativeText: verdict.message };
  const box: BoxStatus = taken === 'CANCEL' ? 'ACCEPT' : 'INSTRUCT';
  return {
    kind: 'done',
    line,
    status: whole ? 'CANCELED' : BOX_STATUSES[box],
    nativeStatus: box,
    readAgain: true,
  };
}

/** The call names the person who cancels, so it cannot be made without (sheet §1). */
function withoutLogin({ line }: CancelTarget): Outcome {
  return { ...ownRefusal('refused', NEEDS_LOGIN, 'wing_id'), line };
}

const NEEDS_LOGIN: Localized = {
  ko: '판매자 취소에는 WING 아이디가 필요합니다. 계정 설정에 WING 아이디(wing_id)를 입력한 뒤 다시 시도하세요.',
  en: 'Coupang wants the WING login ID of whoever cancels: add it (wing_id) to the account and try again.',
  ru: 'Для отмены продавцом Coupang нужен логин WING. Добавьте его (wing_id) в настройках магазина и попробуйте снова.',
  uz: 'Sotuvchi bekor qilishi uchun Coupang ga WING logini kerak. Uni (wing_id) do‘kon sozlamalariga kiriting va qayta urinib ko‘ring.',
};
