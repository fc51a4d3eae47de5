import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { elements, listAnswer, listNote, xmlBytes } from '../gateway/xml.ts';

const listOf =
  (name: string, first: number) =>
  ({ shop }: GrantedCall): WireAnswer => {
    const address = {
      addrSeq: first,
      addrNm: name,
      addr: '경기도 예시시 예시구 물류로 12, 3층',
      rcvrNm: shop.sellerId,
      gnrlTlphnNo: '02--',
      prtblTlphnNo: '010-0000-0000',
      memNo: '10000001',
    };
    const note = '<ns2:result_message>SUCCESS</ns2:result_message>';
    return listAnswer('inOutAddresss', [
      xmlBytes(`${note}<ns2:inOutAddress>${elements(address)}</ns2:inOutAddress>`),
    ]);
  };

/** Where a seller ships from; the call with which sellers try out their keys (sheet §3.1). */
export const listOutboundAddresses = listOf('기본 출고지', 1);
/** Where returned goods go. */
export const listInboundAddresses = listOf('기본 반품지', 2);

/** Questions of buyers, of which nobody here asks any: 11st tells that with a third kind of empty answer (sheet §5.2). */
export function listQuestions(): WireAnswer {
  return listNote('productQnas', { result_code: 500, result_message: '검색된 대상이 없습니다.' });
}
