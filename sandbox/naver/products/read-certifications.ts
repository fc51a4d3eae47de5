import { isObject, type JsonObject } from '../../frame/json.ts';
import { badProduct, badRequest } from '../wire/refusal.ts';
import { categoryOf } from './categories.ts';
import { listIn, objectIn, textIn } from './fields.ts';

const AT = 'originProduct.detailAttribute';

/** By which flag a seller says that goods need no certificate of a kind. */
const EXCLUSIONS: Readonly<Record<string, string>> = {
  KC_CERTIFICATION: 'kcCertifiedProductExclusionYn',
  CHILD_CERTIFICATION: 'childCertifiedProductExclusionYn',
  GREEN_PRODUCTS: 'greenCertifiedProductExclusionYn',
};

/** Some categories want a certificate, or to be told that none is needed (sheet §7, 22). */
export function readCertifications(detail: JsonObject, categoryId: string): void {
  const category = categoryOf(categoryId);
  const rows = listIn(detail, 'productCertificationInfos', AT).filter(isObject);
  for (const row of rows) {
    const known = category?.certificationInfos.find(({ id }) => id === row.certificationInfoId);
    if (known === undefined)
      throw badProduct(
        `${AT}.productCertificationInfos.certificationInfoId`,
        'NotFound',
        '카테고리에 없는 인증 유형입니다.',
      );
    textIn(row, 'certificationNumber', `${AT}.productCertificationInfos`, '인증번호', 100);
    textIn(row, 'name', `${AT}.productCertificationInfos`, '인증기관', 100);
  }
  const excluded = detail.certificationTargetExcludeContent
    ? objectIn(detail, 'certificationTargetExcludeContent', AT)
    : {};
  for (const kind of category?.exceptionalCategories ?? []) {
    const flag = excluded[EXCLUSIONS[kind] ?? ''];
    const isExcluded = flag === true || flag === 'TRUE' || flag === 'KC_EXEMPTION_OBJECT';
    if (!isExcluded && !rows.some(({ certificationKindType }) => certificationKindType === kind))
      throw badRequest('인증대상 카테고리 상품은 인증정보를 입력해 주세요.');
  }
}
