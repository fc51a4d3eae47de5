import { createHash } from 'node:crypto';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { cp949Bytes, decodeXmlText, unwritableInCp949, xmlFormat, xmlParser, xmlText } from './xml.ts';

const EUC_KR = 'text/xml; charset=EUC-KR';

describe('bytes to text', () => {
  // 11st sheet §1.
  it('reads EUC-KR', () => {
    const bytes = Buffer.from('c1b6c8b8b5c820b0e1b0fab0a120bef8bdc0b4cfb4d92e', 'hex');
    expect(decodeXmlText(bytes, EUC_KR)).toBe('조회된 결과가 없습니다.');
  });

  it('reads syllables that only CP949 has', () => {
    expect(decodeXmlText(Buffer.from('8c63bee4b2e120c5b0c6ae', 'hex'), EUC_KR)).toBe('똠얌꿍 키트');
  });

  it('reads the document of the sheet, byte for byte', () => {
    const text =
      '<?xml version="1.0" encoding="euc-kr" standalone="yes"?><ns2:orders xmlns:ns2="http://skt.tmall.business.openapi.spring.service.client.domain/"><ns2:result_code>0</ns2:result_code><ns2:result_text>조회된 결과가 없습니다.</ns2:result_text></ns2:orders>';
    const bytes = iconv.encode(text, 'cp949');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '6c4d80d1e2421e329f1d178fe86f891eecab932a02f667a0c20ba2b72799d38c',
    );
    expect(xmlFormat(['order']).read(bytes, {})).toEqual({
      text,
      document: { orders: { result_code: '0', result_text: '조회된 결과가 없습니다.' } },
    });
  });

  it('goes by the declaration first, then by the header, then takes UTF-8', () => {
    const utf8 = Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a>똠</a>');
    expect(decodeXmlText(utf8, EUC_KR)).toContain('똠');
    expect(decodeXmlText(Buffer.from('<a>똠</a>'), '')).toBe('<a>똠</a>');
    expect(decodeXmlText(iconv.encode('<a>똠</a>', 'cp949'), 'text/xml; charset="ks_c_5601-1987"')).toBe(
      '<a>똠</a>',
    );
  });
});

describe('text to document', () => {
  const parse = xmlParser(['order']);

  it('strips every prefix, keeps digits as text, and makes lists of one', () => {
    for (const prefix of ['ns2:', 's2:', 'ns0:', '']) {
      const text = `<${prefix}orders><${prefix}order><ordNo>20261120012345678</ordNo><n>007</n></${prefix}order></${prefix}orders>`;
      expect(parse(text)).toEqual({ orders: { order: [{ ordNo: '20261120012345678', n: '007' }] } });
    }
  });

  it('reads predefined entities, character numbers and CDATA', () => {
    expect(parse('<a><b>&amp;lt; &#44036;&#x41;</b><c><![CDATA[x<y&amp;]]></c></a>')).toEqual({
      a: { b: '&lt; 간A', c: 'x<y&amp;' },
    });
  });

  it('takes no entities of the document, nothing cut and nothing crossed', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><a>&z;</a>';
    for (const text of [bomb, '<a><b>1</b>', '<a><b>1</a></b>', '', 'hello', '<a><b>1']) {
      expect(() => parse(text)).toThrow();
    }
  });

  it('gives no document for any document that was cut on its way', () => {
    const whole = Buffer.from('<?xml version="1.0"?><orders><order><a>1</a></order></orders>');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(xmlFormat([]).read(whole.subarray(0, length), {}).document).toBeUndefined();
      }),
    );
  });

  it('tells a cut document from a web page', () => {
    const { looksCut } = xmlFormat([]);
    expect(looksCut('<?xml version="1.0"?><orders><ord')).toBe(true);
    expect(looksCut('<ns2:orders xmlns')).toBe(true);
    expect(looksCut('<!DOCTYPE html><html>')).toBe(false);
    expect(looksCut('<html><body>')).toBe(false);
  });

  it('reads back any text that was written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const clean = `x${text.replace(/\s/g, '')}`;
        expect(parse(`<a>${xmlText(clean)}</a>`)).toEqual({ a: clean });
      }),
    );
  });
});

describe('text to bytes', () => {
  // 11st sheet §1.
  it('writes syllables that only CP949 has', () => {
    expect(cp949Bytes('똠얌꿍 키트').toString('hex')).toBe('8c63bee4b2e120c5b0c6ae');
  });

  it('knows beforehand what cannot be written', () => {
    expect(unwritableInCp949('똠방각하 漢字 A-1 “€”')).toEqual([]);
    expect(unwritableInCp949('café 😀😀 –')).toEqual(['é', '😀', '–']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const isWhole = iconv.decode(cp949Bytes(text), 'cp949') === text;
        expect(unwritableInCp949(text).length === 0).toBe(isWhole);
      }),
    );
  });
});
