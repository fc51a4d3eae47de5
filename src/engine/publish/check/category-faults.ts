import type {
  AttributeField,
  CategoryRequirements,
  ListingDraft,
} from '../../../marketplaces/kit/catalog.ts';
import { choiceFault, type DraftFault, fault } from '../draft-fault.ts';

/** What the category demands and the draft lacks, or says in a way that it does not take. */
export function categoryFaults(
  draft: ListingDraft,
  requirements: CategoryRequirements | null,
): readonly DraftFault[] {
  if (requirements === null) return [];
  const told = attributesTold(draft, requirements);
  return [
    ...requirements.attributes.flatMap((field) => missingFault(field, requirements.attributes, told)),
    ...Object.entries(draft.attributes).flatMap(([key, value]) =>
      valueFault(key, value, requirements.attributes),
    ),
    ...optionNameFaults(draft, requirements),
    ...certificationFaults(draft, requirements),
  ];
}

/** Keys of attributes that have a value. What options differ by is told by them. */
function attributesTold(
  { attributes, optionNames }: ListingDraft,
  { optionNames: allowed }: CategoryRequirements,
): ReadonlySet<string> {
  const byOptions = optionNames.map((name) => optionFor(name, allowed ?? []) ?? name);
  const byKey = Object.entries(attributes).flatMap(([key, value]) => (value.trim() === '' ? [] : [key]));
  return new Set([...byOptions, ...byKey]);
}

/** Of the fields with the same group one is enough. */
function missingFault(
  { key, label, required, group, choices }: AttributeField,
  all: readonly AttributeField[],
  told: ReadonlySet<string>,
): readonly DraftFault[] {
  if (!required || told.has(key)) return [];
  if (group !== null && all.some((other) => other.group === group && told.has(other.key))) return [];
  return [
    choiceFault(
      `attributes.${key}`,
      'attribute_missing',
      {
        ko: `이 카테고리의 필수 속성입니다: ${label}`,
        en: `The category demands this attribute: ${label}`,
        ru: `Категория требует эту характеристику: ${label}`,
        uz: `Toifa bu xususiyatni talab qiladi: ${label}`,
      },
      choices.map((value) => ({ value })),
    ),
  ];
}

function valueFault(key: string, value: string, all: readonly AttributeField[]): readonly DraftFault[] {
  const field = all.find((one) => one.key === key);
  if (field === undefined)
    return [
      choiceFault(
        `attributes.${key}`,
        'attribute_unknown',
        {
          ko: `이 카테고리에 없는 속성입니다: ${key}`,
          en: `The category has no such attribute: ${key}`,
          ru: `В категории нет такой характеристики: ${key}`,
          uz: `Toifada bunday xususiyat yo‘q: ${key}`,
        },
        all.map((one) => ({ value: one.key, name: one.label })),
      ),
    ];
  const { label, choices, open, unit } = field;
  if (open || choices.length === 0 || value.trim() === '') return [];
  // A number may stand without its unit.
  const isChoice = (text: string) => choices.includes(text) || choices.includes(`${text}${unit ?? ''}`);
  // Several choices are parted by commas, which may also be part of one.
  const parts = isChoice(value.trim()) ? [value.trim()] : value.split(',').map((part) => part.trim());
  if (parts.every(isChoice)) return [];
  return [
    choiceFault(
      `attributes.${key}`,
      'not_a_choice',
      {
        ko: `${label}의 값은 목록에서 골라야 합니다.`,
        en: `The value of ${label} is one of a list.`,
        ru: `Значение «${label}» выбирается из списка.`,
        uz: `${label} qiymati ro‘yxatdan tanlanadi.`,
      },
      choices.map((one) => ({ value: one })),
    ),
  ];
}

function optionNameFaults(
  { optionNames }: ListingDraft,
  { optionNames: allowed }: CategoryRequirements,
): readonly DraftFault[] {
  if (allowed === null) return [];
  return optionNames.flatMap((name, nth) =>
    optionFor(name, allowed) !== undefined
      ? []
      : [
          choiceFault(
            `option_names[${nth}]`,
            'option_name_unknown',
            {
              ko: `이 카테고리에서 쓸 수 있는 옵션명이 아닙니다: ${name}`,
              en: `The category takes no option of this name: ${name}`,
              ru: `Категория не принимает вариант с таким названием: ${name}`,
              uz: `Toifa bunday nomli variantni olmaydi: ${name}`,
            },
            allowed.map((value) => ({ value })),
          ),
        ],
  );
}

/** The option of that name, or the only one whose name holds it: 사이즈 stands for 패션의류/잡화 사이즈. */
function optionFor(name: string, allowed: readonly string[]): string | undefined {
  const close = allowed.filter((one) => plain(one).includes(plain(name)));
  return allowed.find((one) => one === name) ?? (close.length === 1 ? close[0] : undefined);
}

function plain(name: string): string {
  return name.replaceAll(/\s/g, '');
}

function certificationFaults(
  { certifications }: ListingDraft,
  { certifications: needs }: CategoryRequirements,
): readonly DraftFault[] {
  const isOf = (kind: string, need: (typeof needs)[number]) =>
    need.kind === kind || plain(need.label) === plain(kind);
  const missing = needs.filter(
    (need) => need.required && !certifications.some(({ kind }) => isOf(kind, need)),
  );
  const unknown = certifications.filter(
    ({ kind }) => needs.length > 0 && !needs.some((need) => isOf(kind, need)),
  );
  return [
    ...missing.map(({ label }) =>
      fault('certifications', 'certification_missing', {
        ko: `이 카테고리의 필수 인증입니다: ${label}`,
        en: `The category demands this certificate: ${label}`,
        ru: `Категория требует сертификат: ${label}`,
        uz: `Toifa sertifikat talab qiladi: ${label}`,
      }),
    ),
    ...unknown.map(({ kind }) =>
      choiceFault(
        'certifications',
        'certification_unknown',
        {
          ko: `이 카테고리에 없는 인증입니다: ${kind}`,
          en: `The category has no such certificate: ${kind}`,
          ru: `В категории нет такого сертификата: ${kind}`,
          uz: `Toifada bunday sertifikat yo‘q: ${kind}`,
        },
        needs.map((need) => ({ value: need.kind, name: need.label })),
      ),
    ),
  ];
}
