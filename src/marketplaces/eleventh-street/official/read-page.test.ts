import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';

/** Sheet §6: two lines of one delivery, the second with little beside its numbers. */
const ROWS = [
  '<ordNo>20261120012345678</ordNo><ordPrdSeq>1</ordPrdSeq><dlvNo>2987654321</dlvNo><prdNo>7654321098</prdNo><prdNm>똠얌꿍 키트</prdNm><prdStckNo>33445566778</prdStckNo><ordQty>2</ordQty><selPrc>12000</selPrc><ordAmt>24000</ordAmt><sellerDscPrc>1000</sellerDscPrc><tmallDscPrc>500</tmallDscPrc><dlvCst>3000</dlvCst><ordNm>홍길동</ordNm><ordTlphnNo>02--</ordTlphnNo><rcvrNm>홍길동</rcvrNm><rcvrPrtblNo>0504-0000-0000</rcvrPrtblNo><ordDlvReqCont>null</ordDlvReqCont><ordDt>2026-11-20 09:12:33</ordDt>',
  '<ordNo>20261120012345678</ordNo><ordPrdSeq>2</ordPrdSeq><dlvNo>2987654321</dlvNo><prdNo>7654321099</prdNo><prdNm>샘플 접시</prdNm><ordQty>1</ordQty><selPrc>8000</selPrc><ordAmt>8000</ordAmt>',
];

const page = (...rows: readonly string[]): Buffer =>
  iconv.encode(
    `<?xml version="1.0" encoding="euc-kr" standalone="yes"?><s2:orders xmlns:s2="x">${rows.map((row) => `<s2:order>${row}</s2:order>`).join('')}</s2:orders>`,
    'cp949',
  );

describe('a page of new orders', () => {
  it('puts the rows of one order together, whatever the prefix', () => {
    expect(readPage(page(...ROWS))).toMatchObject([
      {
        kind: 'order',
        order: {
          nativeOrderId: '20261120012345678',
          orderedAt: '2026-11-20T00:12:33.000Z',
          complete: false,
          packages: [{ key: '2987654321', shippingFee: 3000, contact: { deliveryNote: null } }],
          lines: [
            {
              nativeLineId: '1',
              productName: '똠얌꿍 키트',
              amount: 24000,
              discount: 1500,
              paidAmount: 22500,
            },
            { nativeLineId: '2', nativeItemId: '7654321099', amount: 8000, discount: 0, status: 'PAID' },
          ],
        },
      },
    ]);
  });

  it('is a list of one where there is one row, and of none where the list is empty', () => {
    expect(readPage(page(ROWS[1] ?? ''))).toMatchObject([
      { kind: 'order', order: { orderedAt: '2026-11-19T15:00:00.000Z' } },
    ]);
    expect(readPage(page())).toEqual([]);
  });

  it('sets a row aside that breaks the contract, with the number of its order', () => {
    const broken = (ROWS[1] ?? '').replace('<ordQty>1', '<ordQty>many');
    expect(readPage(page(ROWS[0] ?? '', broken))).toMatchObject([
      { kind: 'order' },
      { kind: 'unreadable', nativeOrderId: '20261120012345678', reason: expect.stringContaining('ordQty') },
    ]);
  });

  it('reads a withdrawal that tells little more than its numbers as a move', () => {
    const row =
      '<ordNo>20261120012345678</ordNo><ordPrdSeq>1</ordPrdSeq><ordPrdCnSeq>81234567</ordPrdCnSeq><ordCnStatCd>05</ordCnStatCd>';
    expect(readPage(page(row), { rows: 'claims', kind: 'cancel', stage: 'withdrawn' })).toEqual([
      {
        kind: 'claim_moved',
        move: {
          nativeClaimId: 'cancel:81234567:1',
          nativeOrderId: '20261120012345678',
          state: 'withdrawn',
          nativeStatus: '05',
          at: null,
        },
      },
    ]);
  });
});
