import type { SaleTarget } from '../../../kit/catalog.ts';
import { asFields } from '../../../kit/decode.ts';
import type { Localized } from '../../../kit/localized.ts';
import type { OfferOutcome } from '../../../kit/offers.ts';
import { ownRefusal } from '../../../kit/own-refusal.ts';
import type { Client } from '../client.ts';
import { sendAll } from '../in-chunks.ts';
import { type ProductRow, searchByNumber } from './search.ts';

const SALE = 'SALE';
const SOLD_OUT = 'OUTOFSTOCK';
const STOPPED = 'SUSPENSION';
/** From where a product can be stopped (sheet §3.7). */
const STOPPABLE = new Set([SALE, SOLD_OUT, 'WAIT']);

/** Stops products or sells them again. Naver takes only certain steps, so it is looked first where each stands. */
export async function setOnSale(
  client: Client,
  targets: readonly SaleTarget[],
): Promise<readonly OfferOutcome[]> {
  const rows = await searchByNumber(
    client,
    targets.map(({ nativeListingId }) => nativeListingId),
  );
  return sendAll<SaleTarget, OfferOutcome>(
    targets.map((target) => [target]),
    ([target]) =>
      Promise.all(target === undefined ? [] : [setOne(client, target, rows.get(target.nativeListingId))]),
    ({ item }, failure) => ({ ...failure, item }),
  );
}

async function setOne(
  client: Client,
  target: SaleTarget,
  row: ProductRow | undefined,
): Promise<OfferOutcome> {
  const { item, nativeListingId, onSale } = target;
  if (row === undefined) return refused(item, 'not_found', '', SAYS.gone);
  const { statusType } = row;
  if (onSale && row.state === 'paused' && statusType === SALE)
    return refused(item, 'wrong_state', row.nativeStatus, SAYS.hidden);
  if (statusType === (onSale ? SALE : STOPPED)) return { kind: 'done', item };
  if (onSale && statusType === SOLD_OUT && (row.quantity ?? 0) === 0)
    return refused(item, 'wrong_state', statusType, SAYS.soldOut);
  if (onSale ? statusType !== STOPPED && statusType !== SOLD_OUT : !STOPPABLE.has(statusType))
    return refused(item, 'wrong_state', statusType, SAYS.notNow);
  await client.ask({
    operation: 'changeStatus',
    params: { originProductNo: nativeListingId },
    body: {
      statusType: onSale ? SALE : STOPPED,
      // From sold out the stock must be told (sheet §3.7).
      ...(onSale && statusType === SOLD_OUT ? { stockQuantity: row.quantity } : {}),
    },
    decode: (json) => asFields(json, 'answer'),
  });
  return { kind: 'done', item };
}

function refused(
  item: number,
  reason: 'not_found' | 'wrong_state',
  nativeCode: string,
  says: Localized,
): OfferOutcome {
  return { ...ownRefusal(reason, says, nativeCode), item };
}

const SAYS = {
  gone: {
    ko: '존재하지 않는 상품입니다.',
    en: 'There is no such product.',
    ru: 'Такого товара нет.',
    uz: 'Bunday mahsulot yo‘q.',
  },
  hidden: {
    ko: '전시중지된 상품입니다. 스마트스토어센터에서 전시하세요.',
    en: 'The product is hidden. Show it in the SmartStore Center.',
    ru: 'Товар скрыт. Покажите его в SmartStore Center.',
    uz: 'Mahsulot yashirilgan. Uni SmartStore Center da ko‘rsating.',
  },
  soldOut: {
    ko: '재고가 없습니다. 재고를 먼저 늘리세요.',
    en: 'Nothing is left of it. Raise its stock first.',
    ru: 'Товар закончился. Сначала увеличьте остаток.',
    uz: 'Mahsulot tugagan. Avval qoldiqni oshiring.',
  },
  notNow: {
    ko: '지금 상태에서는 바꿀 수 없습니다.',
    en: 'It cannot be changed in its state now.',
    ru: 'В этом состоянии изменить нельзя.',
    uz: 'Bu holatda o‘zgartirib bo‘lmaydi.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
