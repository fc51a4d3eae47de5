import { CATEGORIES, type Category, categoryOf, lineOf, wholeName } from '../../products/categories.ts';
import { NOTICE_TYPES, type NoticeType, noticeType } from '../../products/notices.ts';
import { addressBook, bundleGroups, ORIGIN_AREAS } from '../../products/places.ts';
import type { OperationCall, Reply } from '../../wire/operation.ts';
import { badRequest, noSuch } from '../../wire/refusal.ts';

const reply = (content: unknown): Reply => ({ document: JSON.stringify(content) });

/** `GET /v1/categories` (sheet §3.9). */
export function listCategories({ query }: OperationCall): Reply {
  const onlyLeaves = query.get('last') === 'true';
  return reply(CATEGORIES.filter(({ last }) => last || !onlyLeaves).map(short));
}

/** `GET /v1/categories/{id}`. */
export function readCategory({ pathId }: OperationCall): Reply {
  const category = categoryCalled(pathId);
  const { exceptionalCategories, certificationInfos } = category;
  return reply({ ...short(category), exceptionalCategories, certificationInfos });
}

/** `GET /v1/product-attributes/attributes?categoryId=`. */
export function listAttributes({ query }: OperationCall): Reply {
  return reply(
    categoryCalled(query.get('categoryId')).attributes.map(({ seq, name, classification, type }) => ({
      attributeSeq: seq,
      attributeName: name,
      attributeClassificationType: classification,
      attributeType: type,
      unitUsable: false,
    })),
  );
}

/** `GET /v1/product-attributes/attribute-values?categoryId=`. */
export function listAttributeValues({ query }: OperationCall): Reply {
  return reply(
    categoryCalled(query.get('categoryId')).attributes.flatMap(({ seq, values }) =>
      values.map((value, at) => ({
        attributeSeq: seq,
        attributeValueSeq: value.seq,
        minAttributeValue: value.min,
        maxAttributeValue: value.max,
        exposureOrder: at + 1,
      })),
    ),
  );
}

/** `GET /v1/products-for-provided-notice[?categoryId=]`; the category is one of the topmost (DOC). */
export function listNotices({ query }: OperationCall): Reply {
  const categoryId = query.get('categoryId');
  if (categoryId === null) return reply(NOTICE_TYPES.map(noticeDocument));
  const top = categoryCalled(categoryId);
  if (top.parentId !== undefined) throw noSuch('대카테고리 ID를 입력해 주세요.');
  const below = CATEGORIES.filter((category) => category.last && lineOf(category)[0] === top);
  const types = new Set([...below.map(({ notice }) => noticeType(notice)), noticeType('ETC')]);
  return reply([...types].filter((type) => type !== undefined).map(noticeDocument));
}

/** `GET /v1/seller/addressbooks-for-page?page=`. */
export function listAddresses({ shop, query }: OperationCall): Reply {
  const page = Number(query.get('page') ?? 1);
  if (!Number.isInteger(page) || page < 1) throw badRequest('page가 올바르지 않습니다.');
  const addressBooks = (page === 1 ? addressBook(shop.shopNumber) : []).map((place) => ({
    ...place,
    address: `${place.baseAddress} ${place.detailAddress}`,
    roadNameAddress: true,
    overseasAddress: false,
  }));
  return reply({ addressBooks, page, totalPage: 1 });
}

/** `GET /v1/product-delivery-info/bundle-groups`. */
export function listBundleGroups({ shop }: OperationCall): Reply {
  const contents = bundleGroups(shop.shopNumber);
  return reply({
    contents,
    page: 1,
    size: 100,
    totalElements: contents.length,
    totalPages: 1,
    first: true,
    last: true,
  });
}

/** `GET /v1/product-origin-areas/query?name=`: by how the last part of a name begins. */
export function findOriginAreas({ query }: OperationCall): Reply {
  const name = query.get('name');
  if (name === null || name === '') throw badRequest('name 또는 code를 입력해 주세요.');
  return reply({
    originAreaCodeNames: ORIGIN_AREAS.filter((area) => area.name.split('>').at(-1)?.startsWith(name)),
  });
}

function categoryCalled(id: string | null): Category {
  const category = id === null ? undefined : categoryOf(id);
  if (category === undefined) throw noSuch('존재하지 않는 카테고리입니다.');
  return category;
}

function short(category: Category) {
  const { id, name, last } = category;
  return { wholeCategoryName: wholeName(category), id, name, last };
}

function noticeDocument({ type, typeName, fields }: NoticeType) {
  return {
    productInfoProvidedNoticeType: type,
    productInfoProvidedNoticeTypeName: typeName,
    productInfoProvidedNoticeContents: fields.map(
      ({ fieldName, fieldDescription, fieldMaxLength, required }) => ({
        fieldType: 'String',
        fieldName,
        fieldDescription,
        fieldAddDescription: required ? '' : '해당 사항이 없으면 입력하지 않습니다.',
        fieldMaxLength,
      }),
    ),
  };
}
