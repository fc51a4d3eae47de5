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
  ru: ' Но тот же код стоит и у другого товара, поэтому проверьте.',
  uz: ' Lekin shu kod boshqa narsada ham bor, shuning uchun tekshiring.',
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

function toldOf({ reason, match }: LinkProposal): Localized {
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
        ru: 'Этот код продавца уже связывался так.',
        uz: 'Shu sotuvchi kodi avval shunday bog‘langan.',
      };
    case 'barcode':
      return {
        ko: '바코드가 같습니다.',
        en: 'The bar codes are the same.',
        ru: 'Штрихкоды одинаковы.',
        uz: 'Shtrix-kodlar bir xil.',
      };
    case 'remembered_name':
      return {
        ko: '이름과 옵션이 같은 상품을 전에 이렇게 연결했습니다.',
        en: 'An item of the same name and option was linked so before.',
        ru: 'Позиция с тем же названием и опцией уже связывалась так.',
        uz: 'Nomi va varianti bir xil band avval shunday bog‘langan.',
      };
    case 'name':
      return byName(match ?? { name: 0, options: 0, numbersDiffer: false });
  }
}

function byName({ name, options, numbersDiffer }: NonNullable<LinkProposal['match']>): Localized {
  const percent = Math.round(name * 100);
  const agree = options >= 1 ? 'all' : options > 0 ? 'some' : 'none';
  const ko = { all: '옵션이 같습니다', some: '옵션이 일부만 같습니다', none: '옵션은 다릅니다' }[agree];
  const en = { all: 'the options agree', some: 'some options agree', none: 'the options differ' }[agree];
  const ru = { all: 'опции совпадают', some: 'опции совпадают частично', none: 'опции различаются' }[agree];
  const uz = {
    all: 'variantlar bir xil',
    some: 'variantlarning bir qismi bir xil',
    none: 'variantlar farq qiladi',
  }[agree];
  return {
    ko: `이름이 ${percent}% 비슷하고 ${ko}.${numbersDiffer ? ' 숫자(수량·용량)가 다릅니다.' : ''}`,
    en: `The names are ${percent} % alike and ${en}.${numbersDiffer ? ' Their numbers, such as quantity or size, differ.' : ''}`,
    ru: `Названия совпадают на ${percent} %, ${ru}.${numbersDiffer ? ' Числа, например количество или размер, различаются.' : ''}`,
    uz: `Nomlari ${percent} % o‘xshash, ${uz}.${numbersDiffer ? ' Miqdor yoki o‘lcham kabi sonlari farq qiladi.' : ''}`,
  };
}
