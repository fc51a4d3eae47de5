import { type AccountId, accountId } from '../../domain/ids.ts';
import { takesProducts } from '../../engine/publish/publishing-shop.ts';
import type { Account } from '../../store/accounts.ts';
import { type FieldError, Problem } from '../problems/problem.ts';

/** The shops that were named, each of which must have a catalogue; else all that do. Throws a 404 or a 422. */
export function shopsMeant(
  all: readonly Account[],
  wanted: readonly number[] | undefined,
  field: string,
): readonly AccountId[] {
  if (wanted === undefined) return all.filter(takesProducts).map((one) => one.id);
  const known = new Map(all.map((one) => [one.id, one]));
  const shops = wanted.map((number) => known.get(accountId(number)));
  if (shops.includes(undefined)) throw new Problem('not_found');
  const errors = shops.flatMap((shop, nth): readonly FieldError[] => {
    if (shop === undefined || takesProducts(shop)) return [];
    return [{ field: `${field}[${nth}]`, ...(shop.enabled ? NO_CATALOGUE : SWITCHED_OFF) }];
  });
  if (errors.length > 0) throw new Problem('invalid_request', { errors });
  return [...new Set(wanted.map(accountId))];
}

const SWITCHED_OFF = {
  code: 'account_disabled',
  message: {
    ko: '꺼 둔 계정입니다. 계정 설정에서 다시 켜세요.',
    en: 'This account is switched off. Switch it on in its settings.',
    ru: 'Магазин выключен. Включите его в настройках.',
    uz: 'Do‘kon o‘chirilgan. Uni sozlamalarda yoqing.',
  },
};

const NO_CATALOGUE = {
  code: 'no_catalogue',
  message: {
    ko: '이 계정의 연동 방식(edition)에는 상품 조회와 등록이 없습니다. official로 연결하면 쓸 수 있습니다.',
    en: 'The edition of this account has no catalogue. Connect the shop in the edition `official`.',
    ru: 'В edition этого магазина нет карточек и публикации. Подключите магазин с edition `official`.',
    uz: 'Bu do‘konning edition ida kartochkalar va joylash yo‘q. Do‘konni `official` edition bilan ulang.',
  },
};
