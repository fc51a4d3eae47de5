import type { Language } from './language.ts';

/**
 * The kinds of goods of the statutory notice of product facts (상품정보제공고시): the list of the Fair Trade Commission's
 * notice on information for electronic commerce (전자상거래 등에서의 상품 등의 정보제공에 관한 고시, 별표), in its order.
 * The codes are Moa's own and stay. Other names of a kind are those that marketplaces and older versions of the notice use;
 * what stands in brackets may be left out of any name.
 */
export const NOTICE_KINDS = [
  kind('clothing', { ko: '의류', en: 'Clothing', ru: 'Одежда', uz: 'Kiyim' }),
  kind('shoes', { ko: '구두/신발', en: 'Shoes', ru: 'Обувь', uz: 'Poyabzal' }, '구두', '신발'),
  kind('bags', { ko: '가방', en: 'Bags', ru: 'Сумки', uz: 'Sumkalar' }),
  kind('fashion_accessories', {
    ko: '패션잡화(모자/벨트/액세서리)',
    en: 'Fashion accessories',
    ru: 'Модные аксессуары',
    uz: 'Moda aksessuarlari',
  }),
  kind(
    'bedding_curtains',
    {
      ko: '침구류/커튼',
      en: 'Bedding and curtains',
      ru: 'Постельные принадлежности и шторы',
      uz: 'Ko‘rpa-to‘shak va pardalar',
    },
    '침구류',
    '커튼',
  ),
  kind('furniture', { ko: '가구(침대/소파/싱크대/DIY제품)', en: 'Furniture', ru: 'Мебель', uz: 'Mebel' }),
  kind('video_appliances', {
    ko: '영상가전(TV류)',
    en: 'Television sets and other video appliances',
    ru: 'Телевизоры и видеотехника',
    uz: 'Televizor va video texnika',
  }),
  kind('home_appliances', {
    ko: '가정용 전기제품(냉장고/세탁기/식기세척기/전자레인지)',
    en: 'Household electric appliances',
    ru: 'Бытовая техника',
    uz: 'Maishiy texnika',
  }),
  kind('seasonal_appliances', {
    ko: '계절가전(에어컨/온풍기)',
    en: 'Seasonal appliances',
    ru: 'Сезонная техника',
    uz: 'Mavsumiy texnika',
  }),
  kind(
    'office_equipment',
    {
      ko: '사무용기기(컴퓨터/노트북/프린터)',
      en: 'Computers and office equipment',
      ru: 'Компьютеры и офисная техника',
      uz: 'Kompyuter va ofis texnikasi',
    },
    '사무기기',
  ),
  kind('optical_devices', {
    ko: '광학기기(디지털카메라/캠코더)',
    en: 'Cameras and optical devices',
    ru: 'Фото- и оптические приборы',
    uz: 'Foto va optik asboblar',
  }),
  kind(
    'small_electronics',
    {
      ko: '소형전자(MP3/전자사전 등)',
      en: 'Small electronics',
      ru: 'Малая электроника',
      uz: 'Kichik elektronika',
    },
    '소형전자기기',
  ),
  kind(
    'mobile_devices',
    {
      ko: '휴대형 통신기기(휴대폰/태블릿 등)',
      en: 'Mobile phones and tablets',
      ru: 'Телефоны и планшеты',
      uz: 'Telefon va planshetlar',
    },
    '휴대폰',
    '휴대전화',
  ),
  kind(
    'navigation',
    { ko: '내비게이션', en: 'Car navigation', ru: 'Автонавигаторы', uz: 'Avtonavigatorlar' },
    '네비게이션',
  ),
  kind('car_supplies', {
    ko: '자동차용품(자동차부품/기타 자동차용품 등)',
    en: 'Car parts and supplies',
    ru: 'Автозапчасти и автотовары',
    uz: 'Avtomobil qismlari va buyumlari',
  }),
  kind('medical_devices', {
    ko: '의료기기',
    en: 'Medical devices',
    ru: 'Медицинские изделия',
    uz: 'Tibbiy buyumlar',
  }),
  kind('kitchenware', {
    ko: '주방용품',
    en: 'Kitchenware',
    ru: 'Кухонные принадлежности',
    uz: 'Oshxona buyumlari',
  }),
  kind('cosmetics', { ko: '화장품', en: 'Cosmetics', ru: 'Косметика', uz: 'Kosmetika' }),
  kind('jewelry_watches', {
    ko: '귀금속/보석/시계류',
    en: 'Jewelry and watches',
    ru: 'Украшения и часы',
    uz: 'Zargarlik buyumlari va soatlar',
  }),
  kind(
    'fresh_food',
    { ko: '식품(농·축·수산물)', en: 'Fresh food', ru: 'Свежие продукты', uz: 'Yangi oziq-ovqat' },
    '농축수산물',
    '농수축산물',
    '농수산물',
  ),
  kind('processed_food', {
    ko: '가공식품',
    en: 'Processed food',
    ru: 'Переработанные продукты',
    uz: 'Qayta ishlangan oziq-ovqat',
  }),
  kind('health_supplements', {
    ko: '건강기능식품',
    en: 'Health supplements',
    ru: 'Биологически активные добавки',
    uz: 'Biologik faol qo‘shimchalar',
  }),
  kind(
    'children_products',
    { ko: '어린이제품', en: 'Products for children', ru: 'Товары для детей', uz: 'Bolalar mahsulotlari' },
    '영유아용품',
  ),
  kind('musical_instruments', {
    ko: '악기',
    en: 'Musical instruments',
    ru: 'Музыкальные инструменты',
    uz: 'Musiqa asboblari',
  }),
  kind('sports_equipment', {
    ko: '스포츠용품',
    en: 'Sports equipment',
    ru: 'Спортивные товары',
    uz: 'Sport buyumlari',
  }),
  kind('books', { ko: '서적', en: 'Books', ru: 'Книги', uz: 'Kitoblar' }, '도서'),
  kind(
    'hotel_bookings',
    { ko: '호텔/펜션 예약', en: 'Hotel bookings', ru: 'Бронирование гостиниц', uz: 'Mehmonxona bron qilish' },
    '호텔/펜션',
  ),
  kind('travel_packages', {
    ko: '여행패키지',
    en: 'Travel packages',
    ru: 'Туристические пакеты',
    uz: 'Sayohat paketlari',
  }),
  kind('airline_tickets', { ko: '항공권', en: 'Airline tickets', ru: 'Авиабилеты', uz: 'Aviachiptalar' }),
  kind(
    'car_rental',
    { ko: '자동차 대여 서비스(렌터카)', en: 'Car rental', ru: 'Аренда автомобилей', uz: 'Avtomobil ijarasi' },
    '렌터카',
  ),
  kind('appliance_rental', {
    ko: '물품대여 서비스(정수기, 비데, 공기청정기 등)',
    en: 'Rental of appliances',
    ru: 'Аренда техники',
    uz: 'Texnika ijarasi',
  }),
  kind('goods_rental', {
    ko: '물품대여 서비스(서적, 유아용품, 행사용품 등)',
    en: 'Rental of other goods',
    ru: 'Аренда других вещей',
    uz: 'Boshqa buyumlar ijarasi',
  }),
  kind(
    'digital_content',
    {
      ko: '디지털 콘텐츠(음원, 게임, 인터넷강의 등)',
      en: 'Digital content',
      ru: 'Цифровой контент',
      uz: 'Raqamli kontent',
    },
    '디지털 컨텐츠',
  ),
  kind(
    'gift_certificates',
    {
      ko: '상품권/쿠폰',
      en: 'Gift certificates and coupons',
      ru: 'Подарочные сертификаты и купоны',
      uz: 'Sovg‘a sertifikatlari va kuponlar',
    },
    '상품권',
  ),
  kind('mobile_coupons', {
    ko: '모바일 쿠폰',
    en: 'Mobile coupons',
    ru: 'Мобильные купоны',
    uz: 'Mobil kuponlar',
  }),
  kind('movies_shows', {
    ko: '영화/공연',
    en: 'Movies and shows',
    ru: 'Кино и представления',
    uz: 'Kino va tomoshalar',
  }),
  kind('other_services', {
    ko: '기타 용역',
    en: 'Other services',
    ru: 'Прочие услуги',
    uz: 'Boshqa xizmatlar',
  }),
  kind('household_chemicals', {
    ko: '생활화학제품',
    en: 'Household chemicals',
    ru: 'Бытовая химия',
    uz: 'Maishiy kimyo',
  }),
  kind('biocides', { ko: '살생물제품', en: 'Biocides', ru: 'Биоциды', uz: 'Biotsidlar' }),
  kind('other_goods', { ko: '기타 재화', en: 'Other goods', ru: 'Прочие товары', uz: 'Boshqa mahsulotlar' }),
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
export type NoticeKindCode = NoticeKind['code'];

function kind<const Code extends string>(
  code: Code,
  names: Readonly<Record<Language, string>>,
  ...also: readonly string[]
) {
  return { code, names, also };
}

/** The kind of that code or name, however it is spelt; undefined where no kind, or more than one, goes by it. */
export function noticeKindNamed(name: string): NoticeKind | undefined {
  const whole = wordsOf(name);
  const exact = NOTICE_KINDS.filter(
    ({ code, names, also }) =>
      code === name.trim() || [...Object.values(names), ...also].some((one) => wordsOf(one) === whole),
  );
  const near =
    exact.length > 0
      ? exact
      : NOTICE_KINDS.filter(({ names }) => shortOf(names.ko) === shortOf(name) && shortOf(names.ko) !== '');
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
