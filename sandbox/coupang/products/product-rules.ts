import type { JsonObject } from '../../frame/json.ts';
import { FAMILIES, type FamilyRules } from '../categories/families.ts';
import { categoryOf } from '../categories/tree.ts';
import { courierOf } from '../couriers.ts';
import { isUsablePlace } from '../shop/outbound-places.ts';
import { RETURN_CENTER } from '../shop/return-centers.ts';
import { rowsOf, textOf, wholeOf } from './fields.ts';
import { itemProblem } from './item-rules.ts';

const MAX_NAME = 100;
const MAX_ITEMS = 200;

const METHODS = ['SEQUENCIAL', 'COLD_FRESH', 'MAKE_ORDER', 'AGENT_BUY', 'VENDOR_DIRECT'];
const CHARGES = ['FREE', 'NOT_FREE', 'CHARGE_RECEIVED', 'CONDITIONAL_FREE'];
const UNIONS = ['UNION_DELIVERY', 'NOT_UNION_DELIVERY'];

type Rule = (document: JsonObject) => string | undefined;

const text =
  (field: string, max?: number): Rule =>
  (document) => {
    const value = textOf(document, field);
    if (value === '') return `[${field}] 값을 입력해주세요.`;
    return max !== undefined && value.length > max ? `[${field}] 최대 길이는 ${max}자입니다.` : undefined;
  };

const oneOf =
  (field: string, values: readonly string[]): Rule =>
  (document) =>
    values.includes(textOf(document, field)) ? undefined : `[${field}] 값이 올바르지 않습니다.`;

const amount =
  (field: string): Rule =>
  (document) => {
    const value = wholeOf(document, field);
    return value === undefined || value < 0 ? `[${field}] 값이 올바르지 않습니다.` : undefined;
  };

const moment =
  (field: string): Rule =>
  (document) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(textOf(document, field))
      ? undefined
      : `[${field}] 날짜 형식이 올바르지 않습니다.`;

/** What every product must have (sheet §3.6). */
const RULES: readonly Rule[] = [
  text('sellerProductName', MAX_NAME),
  (document) =>
    textOf(document, 'displayProductName').length > MAX_NAME
      ? `[displayProductName] 최대 길이는 ${MAX_NAME}자입니다.`
      : undefined,
  text('vendorUserId'),
  moment('saleStartedAt'),
  moment('saleEndedAt'),
  (document) => (typeof document.requested === 'boolean' ? undefined : '[requested] 값을 입력해주세요.'),
  oneOf('deliveryMethod', METHODS),
  (document) =>
    courierOf(textOf(document, 'deliveryCompanyCode')) === undefined
      ? '[deliveryCompanyCode] 택배사 코드가 올바르지 않습니다.'
      : undefined,
  oneOf('deliveryChargeType', CHARGES),
  amount('deliveryCharge'),
  amount('freeShipOverAmount'),
  amount('deliveryChargeOnReturn'),
  amount('returnCharge'),
  oneOf('remoteAreaDeliverable', ['Y', 'N']),
  oneOf('unionDeliveryType', UNIONS),
  chargeProblem,
  (document) =>
    isUsablePlace(wholeOf(document, 'outboundShippingPlaceCode'))
      ? undefined
      : '[outboundShippingPlaceCode] 출고지 정보가 올바르지 않습니다.',
  (document) =>
    [RETURN_CENTER.returnCenterCode, 'NO_RETURN_CENTERCODE'].includes(String(document.returnCenterCode))
      ? undefined
      : '[returnCenterCode] 반품지 정보가 올바르지 않습니다.',
  text('returnChargeName'),
  text('companyContactNumber'),
  text('returnZipCode'),
  text('returnAddress'),
  text('returnAddressDetail'),
];

function chargeProblem(document: JsonObject): string | undefined {
  const type = textOf(document, 'deliveryChargeType');
  const charge = wholeOf(document, 'deliveryCharge') ?? 0;
  const freeFrom = wholeOf(document, 'freeShipOverAmount') ?? 0;
  if (type === 'FREE' && charge !== 0) return '무료배송인 경우 [deliveryCharge]는 0이어야 합니다.';
  if (type === 'NOT_FREE' && charge === 0) return '유료배송인 경우 [deliveryCharge]를 입력해주세요.';
  if (type === 'CONDITIONAL_FREE' && freeFrom < 100) return '[freeShipOverAmount] 100원 이상 입력해주세요.';
  return undefined;
}

/** Why Coupang does not take a product, with all its options; undefined when it does. */
export function productProblem(document: JsonObject): string | undefined {
  for (const rule of RULES) {
    const problem = rule(document);
    if (problem !== undefined) return problem;
  }
  const rules = familyOf(document);
  if (typeof rules === 'string') return rules;
  const papers = rowsOf(document, 'requiredDocuments').map((paper) => textOf(paper, 'templateName'));
  const lacking = rules.documents.find(
    ({ templateName, required }) => required === 'MANDATORY' && !papers.includes(templateName),
  );
  if (lacking !== undefined) return `구비서류[${lacking.templateName}]를 입력해주세요.`;
  const items = rowsOf(document, 'items');
  if (items.length === 0) return '[items] 옵션을 1개 이상 입력해주세요.';
  if (items.length > MAX_ITEMS) return `[items] 옵션은 최대 ${MAX_ITEMS}개까지 등록할 수 있습니다.`;
  const problem = items.map((item) => itemProblem(item, rules)).find((one) => one !== undefined);
  return problem ?? doubleProblem(items);
}

function familyOf(document: JsonObject): FamilyRules | string {
  const code = wholeOf(document, 'displayCategoryCode');
  const node = code === undefined ? undefined : categoryOf(code);
  if (node === undefined || node.family === null)
    return `노출카테고리코드[${String(document.displayCategoryCode)}]가 올바르지 않습니다.`;
  if (node.status === 'DISABLED') return `사용할 수 없는 노출카테고리코드[${node.code}] 입니다.`;
  return FAMILIES[node.family];
}

/** Options that a buyer could not tell apart. */
function doubleProblem(items: readonly JsonObject[]): string | undefined {
  const chosen = items.map((item) =>
    rowsOf(item, 'attributes')
      .filter(({ exposed }) => exposed !== 'NONE')
      .map(
        (attribute) => `${textOf(attribute, 'attributeTypeName')}=${textOf(attribute, 'attributeValueName')}`,
      )
      .sort()
      .join(','),
  );
  const double = chosen.find((one, nth) => chosen.indexOf(one) !== nth);
  return double === undefined ? undefined : `중복된 구매옵션이 있습니다. [${double}]`;
}
