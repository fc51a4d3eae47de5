import { createHash } from 'node:crypto';
import { decode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { NO_ORDERS } from '../official/rows.ts';
import { elements, listAnswer, ordersNote, resultOrder, xmlBytes } from './xml.ts';
import { readXmlBody } from './xml-body.ts';

describe('answers', () => {
  test('are the bytes of the sheet', () => {
    const body = Buffer.from(NO_ORDERS.body);
    expect(body.length).toBe(251);
    expect(createHash('sha256').update(body).digest('hex')).toBe(
      '6c4d80d1e2421e329f1d178fe86f891eecab932a02f667a0c20ba2b72799d38c',
    );
  });

  test('hold syllables that only CP949 has', () => {
    const { body } = listAnswer('orders', [xmlBytes(elements({ prdNm: '똠얌꿍 키트' }))]);
    expect(Buffer.from(body).toString('hex')).toContain('8c63bee4b2e120c5b0c6ae');
  });

  test('escape what XML cannot hold', () => {
    expect(elements({ prdNm: 'a & <b>\u0000', gone: undefined })).toBe('<prdNm>a &amp; &lt;b&gt; </prdNm>');
  });

  test('prefix notes of lists and nothing of actions', () => {
    expect(decode(Buffer.from(ordersNote(-1, 'x').body), 'cp949')).toContain(
      '<ns2:result_code>-1</ns2:result_code>',
    );
    expect(decode(Buffer.from(resultOrder(0, 'x').body), 'cp949')).toContain('<result_code>0</result_code>');
  });
});

describe('a body', () => {
  const request = (body: Buffer, type: string) => ({
    method: 'POST',
    path: '/',
    query: '',
    headers: { 'content-type': type },
    body,
    remoteAddress: '',
  });

  test('is read as EUC-KR or UTF-8, as it says', () => {
    const utf8 = request(Buffer.from('<A><b>똠 &amp; 키트</b></A>'), 'text/xml; charset=UTF-8');
    const eucKr = request(
      Buffer.concat([Buffer.from('<A><b>'), Buffer.from('8c63', 'hex'), Buffer.from('</b></A>')]),
      'text/xml; charset=EUC-KR',
    );
    expect(readXmlBody(utf8, 'A')).toEqual({ b: '똠 & 키트' });
    expect(readXmlBody(eucKr, 'A')).toEqual({ b: '똠' });
  });

  test('under another root is none', () => {
    expect(readXmlBody(request(Buffer.from('<B/>'), ''), 'A')).toBeUndefined();
  });
});
