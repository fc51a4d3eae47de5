import type { ListingDraft } from '../../../kit/catalog.ts';
import type { Fields } from '../../../kit/decode.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { type Attribute, type CategoryFacts, EXEMPTIONS, exemptionKey } from './category-facts.ts';
import { rowsAt } from './items.ts';
import { wireId } from './product.ts';

/** Whether the draft says anything that a category's attributes are needed for. */
export function hasAttributes({ attributes }: ListingDraft): boolean {
  return Object.keys(attributes).some((key) => !key.startsWith('exempt:'));
}

/** The draft's attributes in Naver's numbers, over those that the product has now. */
export function encodeAttributes(
  { attributes }: ListingDraft,
  known: readonly Attribute[],
  now: Fields,
): readonly Fields[] {
  const told = Object.entries(attributes).filter(([key]) => !key.startsWith('exempt:'));
  const rows = told.flatMap(([key, text]) => {
    const attribute = known.find(({ seq }) => seq === key);
    if (attribute === undefined)
      throw new RefusedDraft(`attributes.${key}`, {
        ko: '이 카테고리에 없는 속성입니다.',
        en: 'The category has no such attribute.',
        ru: 'В категории нет такой характеристики.',
        uz: 'Toifada bunday xususiyat yo‘q.',
      });
    return valueRows(attribute, text);
  });
  const keys = new Set(told.map(([key]) => key));
  const kept = rowsAt(now, 'productAttributes').filter(({ attributeSeq }) => !keys.has(String(attributeSeq)));
  return [...kept, ...rows];
}

function valueRows(attribute: Attribute, text: string): readonly Fields[] {
  const attributeSeq = wireId(attribute.seq);
  const wanted = attribute.isMulti ? text.split(',').map((part) => part.trim()) : [text.trim()];
  return wanted.map((label) => {
    const value = attribute.values.find((one) => one.label === label);
    if (value !== undefined) return { attributeSeq, attributeValueSeq: wireId(value.seq) };
    if (!attribute.isRange)
      throw new RefusedDraft(`attributes.${attribute.name}`, {
        ko: `고를 수 있는 값이 아닙니다. (${label})`,
        en: `That is no value to choose. (${label})`,
        ru: `Такого значения нет в списке. (${label})`,
        uz: `Ro‘yxatda bunday qiymat yo‘q. (${label})`,
      });
    return {
      attributeSeq,
      attributeRealValue: label,
      ...(attribute.unit === null ? {} : { attributeRealValueUnitCode: attribute.unit }),
    };
  });
}

/** Certificates, and what the seller says needs none. What a category wants and nobody tells is asked for (sheet §7.22). */
export function encodeCertifications(
  { certifications, attributes }: ListingDraft,
  { certified, certifications: known }: CategoryFacts,
  now: Fields,
): Fields {
  const rows = certifications.map(({ kind, number, agency }) => {
    const certificate = known.find(({ id, name }) => id === kind || name === kind);
    if (certificate === undefined)
      throw new RefusedDraft(`certifications.${kind}`, {
        ko: '이 카테고리에 없는 인증 유형입니다.',
        en: 'The category has no such certificate.',
        ru: 'В категории нет такого сертификата.',
        uz: 'Toifada bunday sertifikat yo‘q.',
      });
    if (agency === null)
      throw new RefusedDraft(`certifications.${kind}.agency`, {
        ko: '인증 기관을 입력하세요.',
        en: 'Tell who certified it.',
        ru: 'Укажите, кто выдал сертификат.',
        uz: 'Sertifikatni kim berganini kiriting.',
      });
    const [first] = certificate.kinds;
    return {
      certificationInfoId: wireId(certificate.id),
      ...(first === undefined ? {} : { certificationKindType: first }),
      name: agency,
      certificationNumber: number,
    };
  });
  const kept = rows.length > 0 ? rows : rowsAt(now, 'productCertificationInfos');
  const exempt = certified.filter((kind) => (attributes[exemptionKey(kind)] ?? '') !== '');
  const standing = now.certificationTargetExcludeContent;
  for (const kind of certified) {
    const isTold =
      exempt.includes(kind) || kept.some(({ certificationKindType }) => certificationKindType === kind);
    if (!isTold && standing === undefined)
      throw new RefusedDraft('certifications', {
        ko: `인증 정보가 필요한 카테고리입니다. 인증을 입력하거나 '${EXEMPTIONS[kind]?.label ?? kind}'을(를) 고르세요.`,
        en: `The category demands certificates. Tell one, or choose '${EXEMPTIONS[kind]?.label ?? kind}'.`,
        ru: `Категория требует сертификат. Укажите его или выберите «${EXEMPTIONS[kind]?.label ?? kind}».`,
        uz: `Toifa sertifikat talab qiladi. Uni kiriting yoki «${EXEMPTIONS[kind]?.label ?? kind}»ni tanlang.`,
      });
  }
  return {
    ...(kept.length === 0 ? {} : { productCertificationInfos: kept }),
    ...(exempt.length === 0
      ? {}
      : {
          certificationTargetExcludeContent: {
            ...Object(standing),
            ...Object.fromEntries(exempt.map((kind) => [EXEMPTIONS[kind]?.member, EXEMPTIONS[kind]?.value])),
          },
        }),
  };
}
