import type { AttributeField, CertificationNeed } from '../../../kit/catalog.ts';
import { asFields, asList, type Fields, idAt, listAt, optionalTextAt, textAt } from '../../../kit/decode.ts';
import type { Client } from '../client.ts';
import { rowsAt } from './items.ts';

/** What Naver says about one category (sheet §3.9). */
export interface CategoryFacts {
  /** From the root down, such as `패션의류>남성의류>후드티`. */
  readonly wholeName: string;
  /** Kinds of certificates that goods of it need (sheet §7.22). */
  readonly certified: readonly string[];
  readonly certifications: readonly Certificate[];
}

export interface Certificate {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly string[];
}

/** By which member, and with which value, it is said that goods need no certificate of a kind (DOC). */
export const EXEMPTIONS: Readonly<
  Record<string, { readonly label: string; readonly member: string; readonly value: unknown }>
> = {
  KC_CERTIFICATION: { label: 'KC 인증 대상 아님', member: 'kcCertifiedProductExclusionYn', value: 'TRUE' },
  CHILD_CERTIFICATION: {
    label: '어린이제품 인증 대상 아님',
    member: 'childCertifiedProductExclusionYn',
    value: true,
  },
  GREEN_PRODUCTS: { label: '친환경 인증 대상 아님', member: 'greenCertifiedProductExclusionYn', value: true },
};

/** The key in a draft's attributes under which the seller says so himself: nobody else may. */
export function exemptionKey(kind: string): string {
  return `exempt:${kind}`;
}

export function askCategory(client: Client, categoryId: string): Promise<CategoryFacts> {
  return client.ask({
    operation: 'category',
    params: { categoryId },
    decode(json) {
      const fields = asFields(json, 'category');
      const special = fields.exceptionalCategories ?? [];
      return {
        wholeName: textAt(fields, 'wholeCategoryName'),
        certified: asList(special, 'exceptionalCategories').filter(
          (kind): kind is string => typeof kind === 'string' && Object.hasOwn(EXEMPTIONS, kind),
        ),
        certifications: rowsAt(fields, 'certificationInfos').map(decodeCertificate),
      };
    },
  });
}

function decodeCertificate(fields: Fields): Certificate {
  const kinds = fields.kindTypes === undefined ? [] : listAt(fields, 'kindTypes');
  return {
    id: idAt(fields, 'id'),
    name: textAt(fields, 'name'),
    kinds: kinds.filter((kind) => typeof kind === 'string'),
  };
}

/** Certificates that fit. None is needed by itself: another one, or being exempt, does as well. */
export function certificationNeeds({ certifications }: CategoryFacts): readonly CertificationNeed[] {
  return certifications.map(({ id, name }) => ({ kind: id, label: name, required: false }));
}

/** What the seller may say where goods of the category usually need a certificate. */
export function exemptionFields({ certified }: CategoryFacts): readonly AttributeField[] {
  return certified.map((kind) => ({
    key: exemptionKey(kind),
    label: EXEMPTIONS[kind]?.label ?? kind,
    required: false,
    kind: 'choice',
    choices: ['예'],
    open: false,
    unit: null,
    group: null,
  }));
}

/** One attribute of a category, with the values that Naver knows. */
export interface Attribute {
  readonly seq: string;
  readonly name: string;
  readonly isMulti: boolean;
  readonly isRange: boolean;
  readonly unit: string | null;
  readonly values: readonly { readonly seq: string; readonly label: string }[];
}

/** The attributes of a category (sheet §3.9). */
export async function askAttributes(client: Client, categoryId: string): Promise<readonly Attribute[]> {
  const query = new URLSearchParams({ categoryId });
  const attributes = await client.ask({
    operation: 'attributes',
    query,
    decode: (json) => asList(json, 'attributes').map((row) => asFields(row, 'attribute')),
  });
  if (attributes.length === 0) return [];
  const values = await client.ask({
    operation: 'attributeValues',
    query,
    decode: (json) => asList(json, 'values').map((row) => asFields(row, 'value')),
  });
  const bySeq = Map.groupBy(values, (value) => idAt(value, 'attributeSeq'));
  return attributes.map((attribute) => decodeAttribute(attribute, bySeq));
}

function decodeAttribute(fields: Fields, values: ReadonlyMap<string, readonly Fields[]>): Attribute {
  const seq = idAt(fields, 'attributeSeq');
  const classification = optionalTextAt(fields, 'attributeClassificationType');
  return {
    seq,
    name: optionalTextAt(fields, 'attributeName') ?? seq,
    isMulti: classification === 'MULTI_SELECT',
    isRange: classification === 'RANGE',
    unit: optionalTextAt(fields, 'representativeUnitCode'),
    values: (values.get(seq) ?? []).map((value) => ({
      seq: idAt(value, 'attributeValueSeq'),
      label: [optionalTextAt(value, 'minAttributeValue'), optionalTextAt(value, 'maxAttributeValue')]
        .filter((part) => part !== null)
        .join('~'),
    })),
  };
}

/** Naver asks for attributes but refuses nothing for want of one. Several choices are parted by commas. */
export function attributeField({ seq, name, isRange, unit, values }: Attribute): AttributeField {
  return {
    key: seq,
    label: name,
    required: false,
    kind: isRange ? 'number' : 'choice',
    choices: values.map(({ label }) => label),
    open: isRange,
    unit,
    group: null,
  };
}
