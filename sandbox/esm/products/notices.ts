/** One fact of a statutory notice (E:161). */
export interface NoticeFact {
  readonly code: string;
  readonly name: string;
  /** Must be filled (sheet §3.2). */
  readonly isExtraMark: boolean;
}

export interface NoticeGroup {
  readonly no: number;
  readonly name: string;
  readonly facts: readonly NoticeFact[];
}

const group = (no: number, name: string, facts: readonly string[]): NoticeGroup => ({
  no,
  name,
  facts: facts.map((text, nth) => ({
    code: `${no}-${nth + 1}`,
    name: text.replace(/\?$/, ''),
    isExtraMark: !text.endsWith('?'),
  })),
});

/**
 * Some of the kinds of goods that the law names; numbers other than 35 are invented. A question mark: need not be told. Of 35 the
 * samples fill one fact and mark it as none of those that must be (sheet §6).
 */
export const NOTICE_GROUPS: readonly NoticeGroup[] = [
  group(1, '의류', [
    '제품 소재',
    '색상',
    '치수',
    '제조자',
    '제조국',
    '세탁방법 및 취급시 주의사항',
    '제조연월',
    '품질보증기준',
    'A/S 책임자와 전화번호',
  ]),
  group(17, '주방용품', [
    '품명 및 모델명',
    '재질',
    '구성품',
    '크기',
    '동일모델의 출시년월',
    '제조자',
    '제조국',
    '수입신고 문구?',
    '품질보증기준',
    'A/S 책임자와 전화번호',
  ]),
  group(20, '가공식품', [
    '식품의 유형',
    '생산자 및 소재지',
    '제조연월일',
    '포장단위별 용량',
    '원재료명 및 함량',
    '소비자상담 관련 전화번호',
  ]),
  group(35, '기타 재화', [
    '품명 및 모델명?',
    '인증/허가 사항?',
    '제조국 또는 원산지?',
    '제조자?',
    'A/S 책임자와 전화번호 또는 소비자상담 관련 전화번호?',
  ]),
];

/** The kind of goods with this number. */
export function noticeGroup(no: number): NoticeGroup | undefined {
  return NOTICE_GROUPS.find((one) => one.no === no);
}
