import type { JsonObject } from '../../frame/json.ts';
import { badProduct } from '../wire/refusal.ts';
import { objectIn, optionalText, textIn } from './fields.ts';
import { noticeType } from './notices.ts';
import type { OriginProduct } from './origin-product.ts';

const AT = 'originProduct.detailAttribute.productInfoProvidedNotice';

/** Reads the statutory notice; an update without one keeps what was told before (sheet §3.7). */
export function readNotice(detail: JsonObject, before: OriginProduct | undefined): JsonObject {
  const kept = before?.detailAttribute.productInfoProvidedNotice;
  if ((detail.productInfoProvidedNotice ?? undefined) === undefined && kept !== undefined) return kept;
  const notice = objectIn(detail, 'productInfoProvidedNotice', 'originProduct.detailAttribute');
  const type = noticeType(textIn(notice, 'productInfoProvidedNoticeType', AT, '상품정보제공고시 유형', 40));
  if (type === undefined)
    throw badProduct(
      `${AT}.productInfoProvidedNoticeType`,
      'Enum',
      '상품정보제공고시 유형이 올바르지 않습니다.',
    );
  const facts = objectIn(notice, type.member, AT);
  const at = `${AT}.${type.member}`;
  for (const { fieldName, fieldDescription, fieldMaxLength, required } of type.fields) {
    if (required) textIn(facts, fieldName, at, fieldDescription, fieldMaxLength);
  }
  const calls = ['afterServiceDirector', 'customerServicePhoneNumber'];
  if (type.type === 'ETC' && calls.every((name) => optionalText(facts, name, at) === undefined))
    throw badProduct(
      `${at}.afterServiceDirector`,
      'NotBlank',
      'A/S 책임자 또는 소비자상담 전화번호를 입력해 주세요.',
    );
  return notice;
}
