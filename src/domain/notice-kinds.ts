/**
 * The kinds of goods of the statutory notice of product facts (상품정보제공고시): the list of the Fair Trade Commission's
 * notice on information for electronic commerce (전자상거래 등에서의 상품 등의 정보제공에 관한 고시, 별표), in its order.
 * The codes are Moa's own and stay. Other names of a kind are those that marketplaces and older versions of the notice use;
 * what stands in brackets may be left out of any name.
 */
export const NOTICE_KINDS = [
  kind('clothing', '의류', 'Clothing'),
  kind('shoes', '구두/신발', 'Shoes', '구두', '신발'),
  kind('bags', '가방', 'Bags'),
  kind('fashion_accessories', '패션잡화(모자/벨트/액세서리)', 'Fashion accessories'),
  kind('bedding_curtains', '침구류/커튼', 'Bedding and curtains', '침구류', '커튼'),
  kind('furniture', '가구(침대/소파/싱크대/DIY제품)', 'Furniture'),
  kind('video_appliances', '영상가전(TV류)', 'Television sets and other video appliances'),
  kind(
    'home_appliances',
    '가정용 전기제품(냉장고/세탁기/식기세척기/전자레인지)',
    'Household electric appliances',
  ),
  kind('seasonal_appliances', '계절가전(에어컨/온풍기)', 'Seasonal appliances'),
  kind('office_equipment', '사무용기기(컴퓨터/노트북/프린터)', 'Computers and office equipment', '사무기기'),
  kind('optical_devices', '광학기기(디지털카메라/캠코더)', 'Cameras and optical devices'),
  kind('small_electronics', '소형전자(MP3/전자사전 등)', 'Small electronics', '소형전자기기'),
  kind(
    'mobile_devices',
    '휴대형 통신기기(휴대폰/태블릿 등)',
    'Mobile phones and tablets',
    '휴대폰',
    '휴대전화',
  ),
  kind('navigation', '내비게이션', 'Car navigation', '네비게이션'),
  kind('car_supplies', '자동차용품(자동차부품/기타 자동차용품 등)', 'Car parts and supplies'),
  kind('medical_devices', '의료기기', 'Medical devices'),
  kind('kitchenware', '주방용품', 'Kitchenware'),
  kind('cosmetics', '화장품', 'Cosmetics'),
  kind('jewelry_watches', '귀금속/보석/시계류', 'Jewelry and watches'),
  kind('fresh_food', '식품(농·축·수산물)', 'Fresh food', '농축수산물', '농수축산물', '농수산물'),
  kind('processed_food', '가공식품', 'Processed food'),
  kind('health_supplements', '건강기능식품', 'Health supplements'),
  kind('children_products', '어린이제품', 'Products for children', '영유아용품'),
  kind('musical_instruments', '악기', 'Musical instruments'),
  kind('sports_equipment', '스포츠용품', 'Sports equipment'),
  kind('books', '서적', 'Books', '도서'),
  kind('hotel_bookings', '호텔/펜션 예약', 'Hotel bookings', '호텔/펜션'),
  kind('travel_packages', '여행패키지', 'Travel packages'),
  kind('airline_tickets', '항공권', 'Airline tickets'),
  kind('car_rental', '자동차 대여 서비스(렌터카)', 'Car rental', '렌터카'),
  kind('appliance_rental', '물품대여 서비스(정수기, 비데, 공기청정기 등)', 'Rental of appliances'),
  kind('goods_rental', '물품대여 서비스(서적, 유아용품, 행사용품 등)', 'Rental of other goods'),
  kind('digital_content', '디지털 콘텐츠(음원, 게임, 인터넷강의 등)', 'Digital content', '디지털 컨텐츠'),
  kind('gift_certificates', '상품권/쿠폰', 'Gift certificates and coupons', '상품권'),
  kind('mobile_coupons', '모바일 쿠폰', 'Mobile coupons'),
  kind('movies_shows', '영화/공연', 'Movies and shows'),
  kind('other_services', '기타 용역', 'Other services'),
  kind('household_chemicals', '생활화학제품', 'Household chemicals'),
  kind('biocides', '살생물제품', 'Biocides'),
  kind('other_goods', '기타 재화', 'Other goods'),
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
export type NoticeKindCode = NoticeKind['code'];

function kind<const Code extends string>(code: Code, ko: string, en: string, ...also: readonly string[]) {
  return { code, ko, en, also };
}

/** The kind of that code or name, however it is spelt; undefined where no kind, or more than one, goes by it. */
export function noticeKindNamed(name: string): NoticeKind | undefined {
  const whole = wordsOf(name);
  const exact = NOTICE_KINDS.filter(
    ({ code, ko, en, also }) =>
      code === name.trim() || [ko, en, ...also].some((one) => wordsOf(one) === whole),
  );
  const near =
    exact.length > 0
      ? exact
      : NOTICE_KINDS.filter(({ ko }) => shortOf(ko) === shortOf(name) && shortOf(ko) !== '');
  return near.length === 1 ? near[0] : undefined;
}

/** Whether two names are of one kind: of one of the list, or spelt alike but for spaces, signs and brackets. */
export function isSameNoticeKind(one: string, other: string): boolean {
  const [known, otherKnown] = [noticeKindNamed(one), noticeKindNamed(other)];
  if (known !== undefined || otherKnown !== undefined) return known === otherKnown;
  return one === other || (shortOf(one) !== '' && shortOf(one) === shortOf(other));
}

/** Whether a name is of the kind that the law has for goods of no other kind. */
export function isOtherGoods(name: string): boolean {
  return noticeKindNamed(name)?.code === 'other_goods';
}

/** A name without what stands in brackets. */
function shortOf(name: string): string {
  return wordsOf(name.replaceAll(/\([^)]*\)/g, ''));
}

/** A name without spaces and signs, in which spellings differ. */
function wordsOf(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
