import type { DraftItem, ListingDraft } from '../../../kit/catalog.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { CategoryMeta, MetaAttribute } from './category-meta.ts';

/** One attribute of an option as it is sent (sheet §3.6). */
export interface NativeAttribute {
  readonly attributeTypeName: string;
  readonly attributeValueName: string;
  readonly exposed: 'EXPOSED' | 'NONE';
}

/** An option value may have so many characters (article 360033877853). */
export const OPTION_VALUE_LENGTH = 30;

/**
 * What buyers choose and search an option by: the draft's attributes, which hold for every option, under the values by
 * which the options differ. Names are the category's own: free ones are refused since 2024-10-10 (sheet §3.6).
 */
export function attributesOf(
  draft: Pick<ListingDraft, 'attributes' | 'optionNames'>,
  item: Pick<DraftItem, 'optionValues'>,
  meta: CategoryMeta,
): readonly NativeAttribute[] {
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(draft.attributes)) {
    const attribute = meta.attributes.find(({ name }) => name === key);
    if (attribute === undefined)
      throw new RefusedDraft(`attributes.${key}`, {
        ko: `이 카테고리에는 '${key}' 속성이 없습니다.`,
        en: `The category has no attribute '${key}'.`,
        ru: `В этой категории нет свойства «${key}».`,
        uz: `Bu toifada «${key}» xususiyati yo‘q.`,
      });
    if (value.trim() !== '') values.set(attribute.name, checkedValue(attribute, value.trim()));
  }
  draft.optionNames.forEach((name, nth) => {
    const attribute = purchaseOption(name, meta);
    values.set(attribute.name, checkedValue(attribute, (item.optionValues[nth] ?? '').trim()));
  });
  refuseWhatLacks(values, meta);
  return meta.attributes.flatMap(({ name, isPurchaseOption }) => {
    const value = values.get(name);
    if (value === undefined) return [];
    return [
      {
        attributeTypeName: name,
        attributeValueName: value,
        exposed: isPurchaseOption ? ('EXPOSED' as const) : ('NONE' as const),
      },
    ];
  });
}

/** The purchase option of that name, or the only one whose name holds it: 사이즈 stands for 패션의류/잡화 사이즈. */
function purchaseOption(name: string, { attributes }: CategoryMeta): MetaAttribute {
  const options = attributes.filter(({ isPurchaseOption }) => isPurchaseOption);
  const close = options.filter((option) => plain(option.name).includes(plain(name)));
  const found = options.find((option) => option.name === name) ?? (close.length === 1 ? close[0] : undefined);
  if (found !== undefined) return found;
  const usable = options.map((option) => option.name).join(', ') || '-';
  throw new RefusedDraft('optionNames', {
    ko: `이 카테고리에서 쓸 수 있는 옵션명이 아닙니다: '${name}'. 가능한 옵션명: ${usable}`,
    en: `'${name}' is no purchase option of this category. It has: ${usable}`,
    ru: `«${name}» — не вариант покупки этой категории. Можно: ${usable}`,
    uz: `«${name}» bu toifaning xarid varianti emas. Mumkin: ${usable}`,
  });
}

/** Numbers carry a unit of the attribute's own; one that stands alone gets the usual one. */
function checkedValue(attribute: MetaAttribute, value: string): string {
  const { name, unit, usableUnits, choices, isClosed } = attribute;
  const told = unit !== null && /^\d+(\.\d+)?$/.test(value) ? `${value}${unit}` : value;
  if (told === '')
    throw new RefusedDraft(name, {
      ko: `'${name}' 값이 비어 있습니다.`,
      en: `The value of '${name}' is empty.`,
      ru: `Значение «${name}» пустое.`,
      uz: `«${name}» qiymati bo‘sh.`,
    });
  if (told.length > OPTION_VALUE_LENGTH)
    throw new RefusedDraft(name, {
      ko: `'${name}' 값은 ${OPTION_VALUE_LENGTH}자 이하여야 합니다: ${told}`,
      en: `The value of '${name}' may have ${OPTION_VALUE_LENGTH} characters: ${told}`,
      ru: `Значение «${name}» может быть не длиннее ${OPTION_VALUE_LENGTH} знаков: ${told}`,
      uz: `«${name}» qiymati ${OPTION_VALUE_LENGTH} belgidan oshmasin: ${told}`,
    });
  if (isClosed && !choices.includes(told))
    throw new RefusedDraft(name, {
      ko: `'${name}' 값은 다음 중 하나여야 합니다: ${choices.join(', ')}`,
      en: `The value of '${name}' must be one of: ${choices.join(', ')}`,
      ru: `Значение «${name}» должно быть одним из: ${choices.join(', ')}`,
      uz: `«${name}» qiymati quyidagilardan biri bo‘lishi kerak: ${choices.join(', ')}`,
    });
  const isMeasured = attribute.dataType === 'NUMBER' && usableUnits.length > 0;
  if (isMeasured && !usableUnits.some((usable) => measuredIn(told, usable)))
    throw new RefusedDraft(name, {
      ko: `'${name}' 값은 숫자와 단위여야 합니다(${usableUnits.join(', ')}): ${told}`,
      en: `The value of '${name}' must be a number with a unit (${usableUnits.join(', ')}): ${told}`,
      ru: `Значение «${name}» должно быть числом с единицей (${usableUnits.join(', ')}): ${told}`,
      uz: `«${name}» qiymati birlikli son bo‘lishi kerak (${usableUnits.join(', ')}): ${told}`,
    });
  return told;
}

function measuredIn(value: string, unit: string): boolean {
  return value.endsWith(unit) && /^\d+(\.\d+)?$/.test(value.slice(0, -unit.length).trim());
}

/** Mandatory attributes; of those with the same group one is enough (sheet §3.8). */
function refuseWhatLacks(values: ReadonlyMap<string, string>, meta: CategoryMeta): void {
  const lacking = meta.attributes.filter(
    ({ name, isRequired, group }) =>
      isRequired &&
      !values.has(name) &&
      !meta.attributes.some((other) => group !== null && other.group === group && values.has(other.name)),
  );
  if (lacking.length > 0) {
    const names = lacking.map(({ name }) => name).join(', ');
    throw new RefusedDraft('attributes', {
      ko: `이 카테고리의 필수 속성이 빠졌습니다: ${names}`,
      en: `Attributes that this category demands are missing: ${names}`,
      ru: `Не хватает обязательных свойств категории: ${names}`,
      uz: `Toifaning majburiy xususiyatlari yetishmaydi: ${names}`,
    });
  }
  const hasChoice = meta.attributes.some(
    ({ name, isPurchaseOption }) => isPurchaseOption && values.has(name),
  );
  if (!meta.allowsSingleItem && !hasChoice)
    throw new RefusedDraft('optionNames', {
      ko: '이 카테고리는 구매옵션 없이 등록할 수 없습니다.',
      en: 'This category takes no goods without a purchase option.',
      ru: 'В этой категории нельзя разместить товар без варианта покупки.',
      uz: 'Bu toifada mahsulotni xarid variantisiz joylab bo‘lmaydi.',
    });
}

function plain(name: string): string {
  return name.replaceAll(/\s/g, '');
}
