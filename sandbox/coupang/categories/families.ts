/** Goods that are asked the same things. */
export type Family =
  | 'clothing'
  | 'accessory'
  | 'beauty'
  | 'baby'
  | 'produce'
  | 'food'
  | 'supplement'
  | 'kitchen'
  | 'household'
  | 'appliance'
  | 'bedding'
  | 'goods';

export type Required = 'MANDATORY' | 'OPTIONAL' | 'RECOMMEND';

/** One attribute of a category (sheet §3.8). */
export interface AttributeRule {
  readonly attributeTypeName: string;
  readonly dataType: 'STRING' | 'NUMBER';
  readonly inputType: 'INPUT' | 'SELECT';
  readonly inputValues: readonly string[];
  readonly basicUnit: string;
  readonly usableUnits: readonly string[];
  readonly required: Required;
  readonly groupNumber: 'NONE' | '1' | '2';
  readonly exposed: 'EXPOSED' | 'NONE';
}

export interface NoticeRule {
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export interface CertificationRule {
  readonly certificationType: string;
  readonly name: string;
  readonly dataType: 'CODE' | 'NONE';
  readonly required: Required;
}

/** What goods of one family are asked. */
export interface FamilyRules {
  readonly isAllowSingleItem: boolean;
  readonly attributes: readonly AttributeRule[];
  readonly notices: readonly NoticeRule[];
  readonly certifications: readonly CertificationRule[];
  readonly documents: readonly { readonly templateName: string; readonly required: Required }[];
}

const INPUT: AttributeRule = {
  attributeTypeName: '',
  dataType: 'STRING',
  inputType: 'INPUT',
  inputValues: [],
  basicUnit: '없음',
  usableUnits: [],
  required: 'OPTIONAL',
  groupNumber: 'NONE',
  exposed: 'EXPOSED',
};

const option = (attributeTypeName: string, rest: Partial<AttributeRule> = {}): AttributeRule => ({
  ...INPUT,
  attributeTypeName,
  ...rest,
});

const mandatory = (name: string): AttributeRule => option(name, { required: 'MANDATORY' });

const measured = (
  name: string,
  basicUnit: string,
  usableUnits: readonly string[],
  rest: Partial<AttributeRule> = {},
): AttributeRule => option(name, { dataType: 'NUMBER', basicUnit, usableUnits, ...rest });

// Mandatory purchase options are enforced since 2026 (sheet §3.6).
const COUNT = measured('수량', '개', ['개', '매', '팩', '세트', '봉', '포', '병'], { required: 'MANDATORY' });
const VOLUME = measured('개당 용량', 'ml', ['cc', 'ml', 'L']);
const WEIGHT = measured('개당 중량', 'g', ['mg', 'g', 'kg']);
const COLOUR = mandatory('색상');
const KIND = option('종류');
const MATERIAL = option('소재', { exposed: 'NONE' });
const SEASON = option('계절', {
  exposed: 'NONE',
  inputType: 'SELECT',
  inputValues: ['봄/가을용', '여름용', '겨울용', '사계절용'],
});
const ONE_OF = { required: 'MANDATORY', groupNumber: '1' } as const;

/** What the law wants to be told about goods of no other kind. */
const OTHER_GOODS: NoticeRule = {
  name: '기타 재화',
  required: ['품명 및 모델명', '제조국(원산지)', '제조자(수입자)', '소비자상담 관련 전화번호'],
  optional: ['인증/허가 사항'],
};

const notice = (name: string, ...required: readonly string[]): NoticeRule => ({
  name,
  required,
  optional: [],
});

const NO_CERTIFICATION: CertificationRule = {
  certificationType: 'NOT_REQUIRED',
  name: '인증대상아님',
  dataType: 'NONE',
  required: 'OPTIONAL',
};

const code = (certificationType: string, name: string, required: Required): CertificationRule => ({
  certificationType,
  name,
  dataType: 'CODE',
  required,
});

const rules = (
  attributes: readonly AttributeRule[],
  notices: readonly NoticeRule[],
  rest: Partial<FamilyRules> = {},
): FamilyRules => ({
  isAllowSingleItem: true,
  attributes,
  notices: [...notices, OTHER_GOODS],
  certifications: [NO_CERTIFICATION],
  documents: [],
  ...rest,
});

/** Each family's own questions. */
export const FAMILIES: Readonly<Record<Family, FamilyRules>> = {
  clothing: rules(
    [COLOUR, mandatory('패션의류/잡화 사이즈'), { ...COUNT, required: 'OPTIONAL' }, MATERIAL, SEASON],
    [
      notice(
        '의류',
        '제품 소재',
        '색상',
        '치수',
        '제조자(수입자)',
        '제조국',
        '세탁방법 및 취급시 주의사항',
        '제조연월',
        '품질보증기준',
        'A/S 책임자와 전화번호',
      ),
    ],
    { isAllowSingleItem: false },
  ),
  accessory: rules(
    [COLOUR, COUNT, option('패션의류/잡화 사이즈'), MATERIAL, SEASON],
    [
      notice(
        '패션잡화(모자/벨트/액세서리 등)',
        '종류',
        '소재',
        '치수',
        '제조자(수입자)',
        '제조국',
        '취급시 주의사항',
        '품질보증기준',
        'A/S 책임자와 전화번호',
      ),
    ],
  ),
  beauty: rules(
    [{ ...VOLUME, ...ONE_OF }, { ...WEIGHT, ...ONE_OF }, COUNT, KIND],
    [
      notice(
        '화장품',
        '용량 또는 중량',
        '제품 주요 사양',
        '사용기한 또는 개봉 후 사용기간',
        '사용방법',
        '화장품제조업자 및 화장품책임판매업자',
        '제조국',
        '사용할 때의 주의사항',
        '품질보증기준',
        '소비자상담 관련 전화번호',
      ),
    ],
  ),
  baby: rules(
    [COUNT, KIND, { ...COLOUR, required: 'OPTIONAL' }],
    [notice('영유아용품', '품명 및 모델명', 'KC 인증정보', '크기, 중량', '색상', '재질', '제조국')],
    { certifications: [NO_CERTIFICATION, code('KC_CHILDREN_SAFETY', '어린이제품 안전확인', 'MANDATORY')] },
  ),
  produce: rules(
    [{ ...WEIGHT, required: 'MANDATORY' }, COUNT, KIND],
    [notice('농수축산물', '품목 또는 명칭', '포장단위별 내용물의 용량(중량), 수량', '생산자', '원산지')],
  ),
  food: rules(
    [VOLUME, WEIGHT, COUNT, KIND],
    [notice('가공식품', '제품명', '식품의 유형', '생산자 및 소재지', '소비기한', '원재료명 및 함량')],
  ),
  supplement: rules(
    [COUNT, KIND],
    [notice('건강기능식품', '제품명', '제조업소의 명칭과 소재지', '소비기한', '섭취량, 섭취방법')],
    { documents: [{ templateName: '건강기능식품판매업 영업신고증', required: 'MANDATORY' }] },
  ),
  kitchen: rules(
    [VOLUME, COUNT, { ...COLOUR, required: 'OPTIONAL' }],
    [notice('주방용품', '품명 및 모델명', '재질', '구성품', '크기', '제조자(수입자)', '제조국')],
  ),
  household: rules([VOLUME, WEIGHT, COUNT, KIND], []),
  appliance: rules([COLOUR, COUNT], [], {
    certifications: [NO_CERTIFICATION, code('KC_ELECTRIC_SAFETY', '전기용품 안전인증', 'RECOMMEND')],
  }),
  bedding: rules(
    [mandatory('침구 사이즈'), COUNT, { ...COLOUR, required: 'OPTIONAL' }],
    [notice('침구류/커튼', '제품 소재', '색상', '치수', '제품구성', '제조자(수입자)', '제조국', '세탁방법')],
  ),
  goods: rules([COUNT, KIND, { ...COLOUR, required: 'OPTIONAL' }], []),
};
