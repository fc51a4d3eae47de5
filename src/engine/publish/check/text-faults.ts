import type { ListingDraft } from '../../../marketplaces/kit/catalog.ts';
import type { ListingRules, TextLimit } from '../../../marketplaces/kit/listing-rules.ts';
import { lengthOf } from '../../../marketplaces/kit/text-length.ts';
import { unwritableInCp949 } from '../../../marketplaces/kit/xml.ts';
import { type DraftFault, fault } from '../draft-fault.ts';
import { lengthWords, limitWords } from './words.ts';

/** A text of a draft under the name that the seller knows it by. */
interface Told {
  readonly field: string;
  readonly ko: string;
  readonly en: string;
  readonly ru: string;
  readonly uz: string;
  readonly text: string;
  readonly limit: TextLimit | null;
  readonly isNeeded?: true;
}

/** Texts that are missing, too long as the marketplace counts, or hold what it cannot write. */
export function textFaults(draft: ListingDraft, rules: ListingRules): readonly DraftFault[] {
  return [
    ...textsOf(draft, rules).flatMap((told) => [
      ...emptyFault(told),
      ...lengthFault(told),
      ...signFault(told, rules),
    ]),
    ...descriptionFault(draft, rules),
  ];
}

function textsOf(draft: ListingDraft, rules: ListingRules): readonly Told[] {
  const { optionNames, items, brand, manufacturer, afterService, notice } = draft;
  return [
    {
      field: 'name',
      ko: '상품명',
      en: 'The name',
      ru: 'название',
      uz: 'nomi',
      text: draft.name,
      limit: rules.name,
      isNeeded: true,
    },
    {
      field: 'description',
      ko: '상세설명',
      en: 'The description',
      ru: 'описание',
      uz: 'tavsif',
      text: draft.descriptionHtml,
      limit: null,
      isNeeded: true,
    },
    {
      field: 'seller_code',
      ko: '판매자 상품코드',
      en: 'The seller code',
      ru: 'код продавца',
      uz: 'sotuvchi kodi',
      text: draft.sellerCode,
      limit: rules.sellerCode,
    },
    {
      field: 'brand',
      ko: '브랜드',
      en: 'The brand',
      ru: 'бренд',
      uz: 'brend',
      text: brand ?? '',
      limit: null,
    },
    {
      field: 'manufacturer',
      ko: '제조사',
      en: 'The manufacturer',
      ru: 'производитель',
      uz: 'ishlab chiqaruvchi',
      text: manufacturer ?? '',
      limit: null,
    },
    {
      field: 'after_service.text',
      ko: 'A/S 안내',
      en: 'The after-service text',
      ru: 'послепродажное обслуживание',
      uz: 'sotuvdan keyingi xizmat',
      text: afterService?.text ?? '',
      limit: null,
    },
    ...optionNames.map((text, nth) => ({
      field: `option_names[${nth}]`,
      ko: `옵션명 '${text}'`,
      en: `The option name '${text}'`,
      ru: `название варианта «${text}»`,
      uz: `variant nomi «${text}»`,
      text,
      limit: rules.optionNames.text,
    })),
    ...items.flatMap(({ optionValues }, nth) =>
      optionValues.map((text, place) => ({
        field: `skus[${nth}].option_values[${place}]`,
        ko: `옵션값 '${text}'`,
        en: `The option value '${text}'`,
        ru: `значение варианта «${text}»`,
        uz: `variant qiymati «${text}»`,
        text,
        limit: rules.optionValues,
      })),
    ),
    ...Object.entries(notice?.facts ?? {}).map(([name, text]) => ({
      field: `notice.facts.${name}`,
      ko: `고시 항목 '${name}'`,
      en: `The fact '${name}' of the notice`,
      ru: `обязательные сведения «${name}»`,
      uz: `majburiy ma’lumotlar «${name}»`,
      text,
      limit: null,
    })),
    ...Object.entries(draft.attributes).map(([name, text]) => ({
      field: `attributes.${name}`,
      ko: `속성 '${name}'`,
      en: `The attribute '${name}'`,
      ru: `характеристика «${name}»`,
      uz: `xususiyat «${name}»`,
      text,
      limit: null,
    })),
  ];
}

function emptyFault({ field, ko, en, ru, uz, text, isNeeded }: Told): readonly DraftFault[] {
  if (isNeeded !== true || text.trim() !== '') return [];
  return [
    fault(field, 'missing', {
      ko: `${ko}이(가) 없습니다.`,
      en: `${en} is missing.`,
      ru: `Не заполнено: ${ru}.`,
      uz: `To‘ldirilmagan: ${uz}.`,
    }),
  ];
}

function lengthFault({ field, ko, en, ru, uz, text, limit }: Told): readonly DraftFault[] {
  if (limit === null) return [];
  const length = lengthOf(text, limit.unit);
  if (length <= limit.max) return [];
  const [has, most] = [lengthWords(length, limit.unit), limitWords(limit)];
  return [
    fault(field, 'too_long', {
      ko: `${ko}은(는) ${has.ko}입니다. ${most.ko}까지 쓸 수 있습니다.`,
      en: `${en} has ${has.en}. Up to ${most.en} are taken.`,
      ru: `Слишком длинно — ${ru}: ${has.ru}. Можно до ${most.ru}.`,
      uz: `Juda uzun — ${uz}: ${has.uz}. Mumkin: ${most.uz}.`,
    }),
  ];
}

/** Who counts in EUC-KR bytes keeps the text in that charset. */
function signFault(
  { field, ko, en, ru, uz, text, limit }: Told,
  { charset }: ListingRules,
): readonly DraftFault[] {
  if (charset !== 'cp949' && limit?.unit !== 'euc_kr_bytes') return [];
  const signs = unwritableInCp949(text);
  if (signs.length === 0) return [];
  return [
    fault(field, 'unwritable', {
      ko: `${ko}에 이 마켓이 쓸 수 없는 문자가 있습니다: ${signs.join(' ')}`,
      en: `${en} holds characters that this marketplace cannot write: ${signs.join(' ')}`,
      ru: `Маркетплейс не принимает эти знаки — ${ru}: ${signs.join(' ')}`,
      uz: `Marketpleys bu belgilarni qabul qilmaydi — ${uz}: ${signs.join(' ')}`,
    }),
  ];
}

function descriptionFault(
  { descriptionHtml }: ListingDraft,
  { descriptionMaxBytes: max }: ListingRules,
): readonly DraftFault[] {
  const bytes = Buffer.byteLength(descriptionHtml);
  if (max === null || bytes <= max) return [];
  return [
    fault('description', 'too_long', {
      ko: `상세설명은 ${bytes}바이트입니다. ${max}바이트까지 쓸 수 있습니다.`,
      en: `The description has ${bytes} bytes. Up to ${max} are taken.`,
      ru: `В описании ${bytes} байт, а можно до ${max}.`,
      uz: `Tavsif ${bytes} bayt, ${max} gacha mumkin.`,
    }),
  ];
}
