import type { JsonObject } from '../../frame/json.ts';
import type { AttributeRule, FamilyRules } from '../categories/families.ts';
import { rowsOf, textOf, textsOf, wholeOf } from './fields.ts';

const PRICE_STEP = 10;
const MAX_STOCK = 99_999;
const MAX_ITEM_NAME = 150;
const MAX_VALUE = 30;
const MAX_PATH = 150;
const MAX_DETAILS = 9;
const MAX_TAGS = 20;
const MAX_TAG = 20;

/** Why Coupang does not take an option (sheet §3.6; lengths and stock by article 360033877853). */
export function itemProblem(item: JsonObject, rules: FamilyRules): string | undefined {
  return (
    nameProblem(item) ??
    offerProblem(item) ??
    enumProblem(item) ??
    imageProblem(item) ??
    noticeProblem(item, rules) ??
    attributeProblem(item, rules) ??
    certificationProblem(item, rules) ??
    contentProblem(item) ??
    tagProblem(item)
  );
}

function nameProblem(item: JsonObject): string | undefined {
  const name = textOf(item, 'itemName');
  return name === '' || name.length > MAX_ITEM_NAME
    ? `[itemName] 1자 이상 ${MAX_ITEM_NAME}자 이하로 입력해주세요.`
    : undefined;
}

function offerProblem(item: JsonObject): string | undefined {
  for (const field of ['originalPrice', 'salePrice']) {
    const price = wholeOf(item, field);
    if (price === undefined || price <= 0) return `[${field}] 판매가격이 올바르지 않습니다.`;
    if (price % PRICE_STEP !== 0) return `[${field}] 판매가격은 최소 ${PRICE_STEP}원 단위로 입력가능합니다.`;
  }
  const stock = wholeOf(item, 'maximumBuyCount');
  if (stock === undefined || stock < 0 || stock > MAX_STOCK)
    return `[maximumBuyCount] 판매가능수량은 최대 ${MAX_STOCK}개까지 입력가능합니다.`;
  for (const field of [
    'maximumBuyForPerson',
    'maximumBuyForPersonPeriod',
    'outboundShippingTimeDay',
    'unitCount',
  ]) {
    if (wholeOf(item, field) === undefined) return `[${field}] 값을 입력해주세요.`;
  }
  return undefined;
}

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  adultOnly: ['EVERYONE', 'ADULT_ONLY'],
  taxType: ['TAX', 'FREE'],
  parallelImported: ['PARALLEL_IMPORTED', 'NOT_PARALLEL_IMPORTED'],
  overseasPurchased: ['OVERSEAS_PURCHASED', 'NOT_OVERSEAS_PURCHASED'],
};

function enumProblem(item: JsonObject): string | undefined {
  const wrong = Object.entries(ENUMS).find(([field, values]) => !values.includes(textOf(item, field)));
  if (wrong !== undefined) return `[${wrong[0]}] 값이 올바르지 않습니다.`;
  return ['true', 'false'].includes(String(item.pccNeeded)) ? undefined : '[pccNeeded] 값을 입력해주세요.';
}

/** Coupang fetches pictures from their addresses, by the usual ports only (sheet §3.6). */
function imageProblem(item: JsonObject): string | undefined {
  const images = rowsOf(item, 'images');
  const ofType = (type: string) => images.filter(({ imageType }) => imageType === type).length;
  if (ofType('REPRESENTATION') !== 1) return '대표이미지를 1개 등록해주세요.';
  if (ofType('DETAIL') > MAX_DETAILS) return `기타이미지는 최대 ${MAX_DETAILS}개까지 등록할 수 있습니다.`;
  for (const image of images) {
    const path = textOf(image, 'vendorPath');
    if (path === '' && textOf(image, 'cdnPath') === '') return '이미지 경로를 입력해주세요.';
    if (path.length > MAX_PATH) return `이미지 경로는 최대 ${MAX_PATH}자입니다. [${path}]`;
    if (path !== '' && !isFetchable(path)) return `이미지를 다운로드할 수 없습니다. [${path}]`;
  }
  return undefined;
}

/** The stand-ins' own pictures are what public ones are elsewhere. */
const OWN_PICTURES = '/_pictures/';

function isFetchable(path: string): boolean {
  const url = URL.canParse(path) ? new URL(path) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return ['', '80', '443'].includes(url.port) || url.pathname.startsWith(OWN_PICTURES);
}

function noticeProblem(item: JsonObject, { notices }: FamilyRules): string | undefined {
  const told = rowsOf(item, 'notices');
  const kinds = new Set(told.map((notice) => textOf(notice, 'noticeCategoryName')));
  const form = notices.find(({ name }) => kinds.has(name));
  if (form === undefined || kinds.size !== 1) return '상품고시정보를 올바르게 입력해주세요.';
  const details = new Map(
    told.map((one) => [textOf(one, 'noticeCategoryDetailName'), textOf(one, 'content')]),
  );
  const unknown = [...details.keys()].find(
    (detail) => !form.required.includes(detail) && !form.optional.includes(detail),
  );
  if (unknown !== undefined) return `상품고시정보 항목[${unknown}]이 올바르지 않습니다.`;
  const lacking = form.required.find((detail) => !details.get(detail));
  return lacking === undefined ? undefined : `상품고시정보 필수 항목[${lacking}]을 입력해주세요.`;
}

/** Free-form options are refused since 2024-10-10, mandatory ones enforced for all since 2026-08-01 (sheet §3.6). */
function attributeProblem(item: JsonObject, rules: FamilyRules): string | undefined {
  const told = new Map(
    rowsOf(item, 'attributes').map((one) => [
      textOf(one, 'attributeTypeName'),
      textOf(one, 'attributeValueName'),
    ]),
  );
  for (const [name, value] of told) {
    const rule = rules.attributes.find(({ attributeTypeName }) => attributeTypeName === name);
    if (rule === undefined) return `등록할 수 없는 옵션타입[${name}] 입니다.`;
    const problem = value === '' ? undefined : valueProblem(rule, value);
    if (problem !== undefined) return problem;
  }
  const isTold = (rule: AttributeRule) => (told.get(rule.attributeTypeName) ?? '') !== '';
  const lacking = rules.attributes.find(
    (rule) =>
      rule.required === 'MANDATORY' &&
      !isTold(rule) &&
      !rules.attributes.some(
        (other) => rule.groupNumber !== 'NONE' && other.groupNumber === rule.groupNumber && isTold(other),
      ),
  );
  if (lacking !== undefined) return `필수 구매옵션[${lacking.attributeTypeName}]을 입력해주세요.`;
  const hasChoice = rules.attributes.some((rule) => rule.exposed === 'EXPOSED' && isTold(rule));
  return rules.isAllowSingleItem || hasChoice ? undefined : '단일상품 등록이 불가능한 카테고리입니다.';
}

function valueProblem(rule: AttributeRule, value: string): string | undefined {
  const { attributeTypeName, inputType, inputValues, dataType, usableUnits } = rule;
  if (value.length > MAX_VALUE) return `옵션값[${value}]은 최대 ${MAX_VALUE}자입니다.`;
  if (inputType === 'SELECT' && !inputValues.includes(value))
    return `옵션[${attributeTypeName}]에 입력할 수 없는 값[${value}]입니다.`;
  const amount = /^(\d+(?:\.\d+)?)(\D+)$/.exec(value);
  return dataType === 'NUMBER' && !usableUnits.includes(amount?.[2]?.trim() ?? '')
    ? `옵션[${attributeTypeName}]의 값[${value}]은 숫자와 단위로 입력해주세요.`
    : undefined;
}

function certificationProblem(item: JsonObject, rules: FamilyRules): string | undefined {
  const told = rowsOf(item, 'certifications');
  const types = told.map((one) => textOf(one, 'certificationType'));
  const unknown = types.find((type) => !rules.certifications.some((rule) => rule.certificationType === type));
  if (unknown !== undefined) return `인증정보[${unknown}]가 올바르지 않습니다.`;
  const lacking = rules.certifications.find(
    (rule) => rule.required === 'MANDATORY' && !types.includes(rule.certificationType),
  );
  if (lacking !== undefined) return `인증정보[${lacking.name}]를 입력해주세요.`;
  const empty = told.find(
    (one) =>
      textOf(one, 'certificationCode') === '' &&
      rules.certifications.some(
        (rule) => rule.certificationType === one.certificationType && rule.dataType === 'CODE',
      ),
  );
  return empty === undefined ? undefined : '인증번호를 입력해주세요.';
}

const CONTENT_TYPES = [
  'IMAGE',
  'IMAGE_NO_SPACE',
  'TEXT',
  'IMAGE_TEXT',
  'TEXT_IMAGE',
  'IMAGE_IMAGE',
  'TEXT_TEXT',
  'TITLE',
  'HTML',
];

function contentProblem(item: JsonObject): string | undefined {
  const contents = rowsOf(item, 'contents');
  if (contents.length === 0) return '상세설명[contents]을 입력해주세요.';
  const wrong = contents.find(
    (content) =>
      !CONTENT_TYPES.includes(textOf(content, 'contentsType')) ||
      rowsOf(content, 'contentDetails').length === 0,
  );
  return wrong === undefined ? undefined : '상세설명[contents] 값이 올바르지 않습니다.';
}

function tagProblem(item: JsonObject): string | undefined {
  const tags = textsOf(item, 'searchTags');
  return tags.length > MAX_TAGS || tags.some((tag) => tag.length > MAX_TAG)
    ? `검색어는 최대 ${MAX_TAGS}개, 각 ${MAX_TAG}자까지 입력가능합니다.`
    : undefined;
}
