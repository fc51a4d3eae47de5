import { z } from 'zod';
import { skuId } from '../../domain/ids.ts';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import { CLASH_KINDS, type Clash } from '../../store/links/clashes.ts';
import { showSkus } from '../../store/links/sku-names.ts';
import { listingsOfItems } from '../../store/listings/listings-of-items.ts';
import type { OwnerScope } from '../../store/scope.ts';
import type { Language } from '../problems/language.ts';
import { id } from '../values/id.ts';

export const clashView = z
  .object({
    kind: z.enum(CLASH_KINDS),
    key: z.string().describe('What clashes; unique in its kind.'),
    detail: z.string(),
    listing_item_ids: z.array(id),
    sku_ids: z.array(id),
    listings: z
      .array(z.object({ id, account_id: id, name: z.string() }))
      .describe('Those that the items belong to.'),
    products: z.array(z.object({ id, name: z.string() })).describe('Those that the SKUs belong to.'),
  })
  .meta({ id: 'LinkClash' });

type View = z.infer<typeof clashView>;

/** Clashes with what takes part in them, so that a person gets there. */
export async function viewClashes(
  scope: OwnerScope,
  clashes: readonly Clash[],
  language: Language,
): Promise<View[]> {
  const listings = await listingsOfItems(
    scope,
    clashes.flatMap(({ items }) => items),
  );
  const skus = await showSkus(
    scope,
    clashes.flatMap(({ skus: of }) => of.map(skuId)),
  );
  return clashes.map((clash) => {
    const items = new Set(clash.items);
    const inListings = listings.filter(({ item }) => items.has(item));
    const products = clash.skus.flatMap((of) => skus.get(skuId(of)) ?? []);
    return {
      kind: clash.kind,
      key: clash.key,
      detail: inLanguage(sentenceOf(clash), language),
      listing_item_ids: [...clash.items],
      sku_ids: [...clash.skus],
      listings: onePerId(
        inListings.map(({ listing, account, name }) => ({ id: listing, account_id: account, name })),
      ),
      products: onePerId(products.map(({ productId: of, productName: name }) => ({ id: of, name }))),
    };
  });
}

function onePerId<Row extends { readonly id: number }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function sentenceOf({ kind, told, items }: Clash): Localized {
  const [one = '', other = ''] = told;
  switch (kind) {
    case 'code_of_several_products':
      return {
        ko: `판매자 코드 ${one}이(가) 서로 다른 상품에 연결된 옵션들에 쓰였습니다. 하나는 잘못 연결되었을 수 있습니다.`,
        en: `The seller code ${one} stands on items that are linked to different products. One of them may be linked wrongly.`,
        ru: `Код продавца ${one} стоит у позиций, связанных с разными товарами. Возможно, одна связана неверно.`,
        uz: `${one} sotuvchi kodi turli mahsulotlarga bog‘langan bandlarda turibdi. Biri noto‘g‘ri bog‘langan bo‘lishi mumkin.`,
      };
    case 'code_twice_in_shop':
      return {
        ko: `한 상점의 옵션 ${items.length}개가 같은 판매자 코드 ${one}을(를) 씁니다. 코드로는 구별할 수 없어 자동으로 연결하지 않습니다.`,
        en: `${items.length} items of one shop have the seller code ${one}. The code does not tell them apart, so they are not linked by themselves.`,
        ru: `В одном магазине код продавца ${one} стоит у нескольких позиций (${items.length}). Код их не различает, поэтому сами они не связываются.`,
        uz: `Bir do‘konda ${one} sotuvchi kodi ${items.length} ta bandda turibdi. Kod ularni ajratmaydi, shuning uchun o‘zi bog‘lanmaydi.`,
      };
    case 'sku_codes_alike':
      return {
        ko: `SKU 코드가 거의 같습니다: ${told.join(', ')}. 같은 물건이면 하나로 합치고, 아니면 코드를 다르게 하세요.`,
        en: `These SKU codes are nearly the same: ${told.join(', ')}. Merge them if they are one thing, else tell them apart.`,
        ru: `Эти коды SKU почти одинаковы: ${told.join(', ')}. Объедините их, если это одно и то же, иначе различите.`,
        uz: `Bu SKU kodlari deyarli bir xil: ${told.join(', ')}. Bir narsa bo‘lsa, birlashtiring, aks holda farqlang.`,
      };
    case 'options_disagree':
      return {
        ko: `마켓의 옵션은 "${one}"인데 연결된 SKU는 "${other}"입니다.`,
        en: `The option on sale is "${one}" and the SKU that it is linked to is "${other}".`,
        ru: `Опция в продаже «${one}», а связанный SKU «${other}».`,
        uz: `Sotuvdagi variant «${one}», bog‘langan SKU esa «${other}».`,
      };
    case 'sku_twice_in_listing':
      return {
        ko: `한 상품의 옵션 ${items.length}개가 같은 SKU ${one}에 연결되어 있습니다.`,
        en: `${items.length} options of one listing are linked to the same SKU ${one}.`,
        ru: `В одной карточке несколько опций (${items.length}) связаны с одним SKU ${one}.`,
        uz: `Bir kartochkaning ${items.length} ta varianti bitta SKU ${one} ga bog‘langan.`,
      };
  }
}
