/** One thing the law wants buyers to be told. */
export interface NoticeField {
  readonly fieldName: string;
  readonly fieldDescription: string;
  readonly fieldMaxLength: number;
  readonly required: boolean;
}

export interface NoticeType {
  readonly type: string;
  readonly typeName: string;
  /** The member that holds it in a product, such as `generalFood`. */
  readonly member: string;
  readonly fields: readonly NoticeField[];
}

const SHORT = 200;
const LONG = 1_500;

const field = (fieldName: string, fieldDescription: string, fieldMaxLength = SHORT, required = true) => ({
  fieldName,
  fieldDescription,
  fieldMaxLength,
  required,
});

/** Every kind has these five; each takes "0" for the text of the law and "1" for "see the description" (sheet §3.6). */
const OF_EVERY_KIND: readonly NoticeField[] = [
  field('returnCostReason', '제품하자/오배송에 따른 청약철회 조항', LONG),
  field(
    'noRefundReason',
    '제품하자가 아닌 소비자의 단순변심에 따른 청약철회가 불가능한 경우 그 구체적 사유와 근거',
    LONG,
  ),
  field('qualityAssuranceStandard', '재화 등의 교환ㆍ반품ㆍ보증 조건 및 품질 보증 기준', LONG),
  field(
    'compensationProcedure',
    '대금을 환불받기 위한 방법과 환불이 지연될 경우 지연배상금에 관한 사항',
    LONG,
  ),
  field(
    'troubleShootingContents',
    '소비자피해보상의 처리, 재화 등에 대한 불만 처리 및 분쟁 처리에 관한 사항',
    LONG,
  ),
];

const MATERIAL = field('material', '제품 소재', LONG);
const COLOR = field('color', '색상');
const SIZE = field('size', '치수');
const MAKER = field('manufacturer', '제조자(사)');
const CAUTION = field('caution', '취급 시 주의사항', LONG);
const WARRANTY = field('warrantyPolicy', '품질 보증 기준', LONG);
const SERVICE = field('afterServiceDirector', 'A/S 책임자와 전화번호');
const ITEM_NAME = field('itemName', '품명', 50);
const MODEL_NAME = field('modelName', '모델명', 50);

const kind = (
  type: string,
  member: string,
  typeName: string,
  ...fields: readonly NoticeField[]
): NoticeType => ({
  type,
  typeName,
  member,
  fields: [...OF_EVERY_KIND, ...fields],
});

/** Some of the kinds of the statutory notice. */
export const NOTICE_TYPES: readonly NoticeType[] = [
  kind(
    'WEAR',
    'wear',
    '의류',
    MATERIAL,
    COLOR,
    SIZE,
    MAKER,
    field('caution', '세탁 방법 및 취급 시 주의사항', LONG),
    field('packDateText', '제조연월', 300),
    WARRANTY,
    SERVICE,
  ),
  kind(
    'SHOES',
    'shoes',
    '구두/신발',
    MATERIAL,
    COLOR,
    field('size', '발길이'),
    field('height', '굽높이', SHORT, false),
    MAKER,
    CAUTION,
    WARRANTY,
    SERVICE,
  ),
  kind(
    'BAG',
    'bag',
    '가방',
    field('type', '종류'),
    MATERIAL,
    COLOR,
    field('size', '크기'),
    MAKER,
    CAUTION,
    WARRANTY,
    SERVICE,
  ),
  kind(
    'MICROELECTRONICS',
    'microElectronics',
    '소형전자',
    ITEM_NAME,
    MODEL_NAME,
    MAKER,
    SIZE,
    WARRANTY,
    SERVICE,
  ),
  kind(
    'KIDS',
    'kids',
    '영유아용품',
    ITEM_NAME,
    MODEL_NAME,
    SIZE,
    COLOR,
    MATERIAL,
    MAKER,
    CAUTION,
    WARRANTY,
    SERVICE,
  ),
  kind(
    'KITCHEN_UTENSILS',
    'kitchenUtensils',
    '주방용품',
    ITEM_NAME,
    MODEL_NAME,
    MATERIAL,
    SIZE,
    MAKER,
    WARRANTY,
    SERVICE,
  ),
  kind(
    'FOOD',
    'food',
    '식품(농ㆍ축ㆍ수산물)',
    field('foodItem', '품목 또는 명칭'),
    field('weight', '포장단위별 내용물의 용량(중량), 수량'),
    field('producer', '생산자'),
    field('keep', '보관방법 또는 취급방법'),
    field('customerServicePhoneNumber', '소비자상담 관련 전화번호', 30),
  ),
  kind(
    'GENERAL_FOOD',
    'generalFood',
    '가공식품',
    field('productName', '제품명'),
    field('foodType', '식품의 유형'),
    field('producer', '생산자 및 소재지'),
    field('weight', '포장단위별 내용물의 용량(중량)'),
    field('ingredients', '원재료명 및 함량', LONG),
    field('customerServicePhoneNumber', '소비자상담 관련 전화번호', 30),
  ),
  kind(
    'ETC',
    'etc',
    '기타 재화',
    ITEM_NAME,
    MODEL_NAME,
    field('certificateDetails', '법에 의한 인증ㆍ허가 사항', LONG, false),
    MAKER,
    // Either of the two is enough (sheet §3.6).
    field('afterServiceDirector', 'A/S 책임자', 30, false),
    field('customerServicePhoneNumber', '소비자상담 관련 전화번호', 30, false),
  ),
];

const BY_TYPE = new Map(NOTICE_TYPES.map((notice) => [notice.type, notice]));

export function noticeType(type: string): NoticeType | undefined {
  return BY_TYPE.get(type);
}
