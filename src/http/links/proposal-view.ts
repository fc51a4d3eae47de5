import { z } from 'zod';
import type { SkuId } from '../../domain/ids.ts';
import { LINK_REASONS, type LinkProposal } from '../../domain/linking/proposal.ts';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import type { ShownSku } from '../../store/links/sku-names.ts';
import type { Language } from '../problems/language.ts';
import { id } from '../values/id.ts';

export const proposalView = z
  .object({
    parts: z.array(
      z.object({
        sku_id: id,
        quantity: z.int(),
        sku_code: z.string(),
        product_id: id,
        product_name: z.string(),
        option_values: z.array(z.string()),
      }),
    ),
    confidence: z.number().describe('0 to 1.'),
    reason: z.enum(LINK_REASONS),
    detail: z.string().describe('Why it is proposed, and what speaks against it.'),
  })
  .meta({ id: 'LinkProposal' });

export function viewProposal(
  proposal: LinkProposal,
  skus: ReadonlyMap<SkuId, ShownSku>,
  language: Language,
): z.infer<typeof proposalView> {
  return {
    parts: proposal.parts.flatMap(({ sku, quantity }) => {
      const shown = skus.get(sku);
      if (shown === undefined) return [];
      return [
        {
          sku_id: sku,
          quantity,
          sku_code: shown.code,
          product_id: shown.productId,
          product_name: shown.productName,
          option_values: [...shown.optionValues],
        },
      ];
    }),
    confidence: proposal.confidence,
    reason: proposal.reason,
    detail: inLanguage(reasonOf(proposal), language),
  };
}

/** A code that leaves doubt. */
const DOUBTFUL = {
  ko: ' 다만 같은 코드가 다른 것도 가리키므로 확인이 필요합니다.',
  en: ' But the same code also stands for something else, so look at it.',
  ru: ' Но тот же код есть и у другого товара, проверьте.',
  uz: ' Lekin shu kod boshqa narsada ham bor, tekshiring.',
};

function reasonOf(proposal: LinkProposal): Localized {
  const told = toldOf(proposal);
  const byCode = proposal.reason === 'code' || proposal.reason === 'remembered_code';
  if (!byCode || proposal.confidence > 0.9) return told;
  return {
    ko: told.ko + DOUBTFUL.ko,
    en: told.en + DOUBTFUL.en,
    ru: told.ru + DOUBTFUL.ru,
    uz: told.uz + DOUBTFUL.uz,
  };
}

function toldOf({ reason, match }: LinkProposal): Required<Localized> {
  switch (reason) {
    case 'code':
      return {
        ko: '판매자 코드가 SKU 코드와 같습니다.',
        en: "The seller code is the SKU's code.",
        ru: 'Код продавца совпадает с кодом SKU.',
        uz: 'Sotuvchi kodi SKU kodi bilan bir xil.',
      };
    case 'remembered_code':
      return {
        ko: '같은 판매자 코드를 전에 이렇게 연결했습니다.',
        en: 'The same seller code was linked so before.',
        ru: 'Тот же код продавца раньше связали так.',
        uz: 'Shu sotuvchi kodi avval shunday bogʻlangan.',
      };
    case 'barcode':
      return {
        ko: '바코드가 같습니다.',
        en: 'The bar codes are the same.',
        ru: 'Штрихкоды совпадают.',
        uz: 'Shtrix-kodlar bir xil.',
      };
    case 'remembered_name':
      return {
        ko: '이름과 옵션이 같은 상품을 전에 이렇게 연결했습니다.',
        en: 'An item of the same name and option was linked so before.',
        ru: 'Товар с тем же названием и вариантом раньше связали так.',
        uz: 'Nomi va varianti bir xil narsa avval shunday bogʻlangan.',
      };
    case 'name':
      return byName(match ?? { name: 0, options: 0, numbersDiffer: false });
  }
}

function byName({ name, options, numbersDiffer }: NonNullable<LinkProposal['match']>): Required<Localized> {
  const percent = Math.round(name * 100);
  const agree = options >= 1 ? 'all' : options > 0 ? 'some' : 'none';
  const ko = { all: '옵션이 같습니다', some: '옵션이 일부만 같습니다', none: '옵션은 다릅니다' }[agree];
  const en = { all: 'the options agree', some: 'some options agree', none: 'the options differ' }[agree];
  const ru = { all: 'варианты совпадают', some: 'варианты совпадают частично', none: 'варианты разные' }[
    agree
  ];
  const uz = { all: 'variantlar bir xil', some: 'variantlar qisman bir xil', none: 'variantlar har xil' }[
    agree
  ];
  return {
    ko: `이름이 ${percent}% 비슷하고 ${ko}.${numbersDiffer ? ' 숫자(수량·용량)가 다릅니다.' : ''}`,
    en: `The names are ${percent} % alike and ${en}.${numbersDiffer ? ' Their numbers, such as quantity or size, differ.' : ''}`,
    ru: `Названия похожи на ${percent} %, ${ru}.${numbersDiffer ? ' Числа (количество, размер) отличаются.' : ''}`,
    uz: `Nomlar ${percent} % oʻxshash, ${uz}.${numbersDiffer ? ' Sonlari (miqdor, oʻlcham) farq qiladi.' : ''}`,
  };
}
