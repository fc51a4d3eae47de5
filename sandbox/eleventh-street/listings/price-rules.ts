import type { Listing } from './listing.ts';

const MOST = 1_000_000_000;
const RAISE = 1.5;
const CUT = 0.2;

/** Why a price cannot be; undefined for one that can (sheet §3.3). */
export function priceFault(text: string): string | undefined {
  if (!/^\d{1,12}$/.test(text)) return '판매가는 숫자로 입력해 주세요.';
  const price = Number(text);
  if (price <= 0 || price >= MOST) return '판매가는 10억 원 미만으로 입력해 주세요.';
  return price % 10 === 0 ? undefined : '판매가는 10원 단위로 입력해 주세요.';
}

/** Why a product cannot go from its price to another one in one step. */
export function changeFault({ price: before }: Listing, price: number): string | undefined {
  const isTooFar = price > before * RAISE || price < before * CUT;
  return isTooFar ? '판매가는 최대 50% 인상/80% 인하까지 수정하실 수 있습니다.' : undefined;
}

/** Why these surcharges do not go with a price: from half of it less to as much again, and one of nothing. */
export function surchargeFault(price: number, surcharges: readonly number[]): string | undefined {
  if (surcharges.some((extra) => extra < -price / 2 || extra > price))
    return '옵션가는 기본 판매가의 +100%/-50%까지 설정하실 수 있습니다.';
  return surcharges.includes(0) ? undefined : '옵션가격이 0원인 상품이 반드시 1개 이상 있어야 합니다.';
}
