import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadColumn } from './columns.ts';
import { certificationLines, certificationsOf, factLines, factsOf } from './lines.ts';
import { columnReaders } from './readers.ts';

const readers = columnReaders(({ hostname }) => (hostname === '10.0.0.7' ? 'private_address' : null));

function read(column: ReadColumn, text: string) {
  const reading = readers[column](text);
  return reading.kind === 'value' ? reading.text : reading.fault.code;
}

describe('a cell', () => {
  it.each<[ReadColumn, string, string]>([
    ['price', '19,000원', '19000'],
    ['price', '₩ 1,234,567', '1234567'],
    ['price', '１９００', '1900'],
    ['price', '1234.50', '1234.5'],
    ['price', '+7', '7'],
    ['price', '0', 'too_small'],
    ['price', '0.00', 'too_small'],
    ['price', '-5', 'negative'],
    ['price', '▲5', 'negative'],
    ['price', '1,5', 'not_a_number'],
    ['price', '12,34', 'not_a_number'],
    ['price', '1.2E+11', 'not_a_number'],
    ['price', '문의', 'not_a_number'],
    ['price', '9999999999999', 'too_large'],
    ['stock', '3개', '3'],
    ['stock', '-1', 'negative'],
    ['stock', '1.5', 'not_whole'],
    ['stock', '007', '7'],
    ['weight', '250g', '250'],
    ['weight', '0', 'too_small'],
    ['tax', '면세', 'exempt'],
    ['tax', 'Zero-Rated', 'zero_rated'],
    ['tax', '간이', 'not_a_choice'],
    ['minors_may_buy', 'FALSE', 'no'],
    ['carrier', '대한통운', 'cj'],
    ['carrier', '번개배송', 'unknown_carrier'],
    ['name', ' 두 줄\r\n이름 ', '두 줄\n이름'],
    ['name', 'x'.repeat(301), 'too_long'],
    ['name', 'a\0b', 'bad_character'],
    ['name', 'half \ud83d', 'bad_character'],
    ['main_image', 'https://example.com/a b.jpg', 'https://example.com/a%20b.jpg'],
    ['main_image', 'ftp://example.com/a.jpg', 'bad_address'],
    ['main_image', 'https://10.0.0.7/a.jpg', 'private_address'],
    ['main_image', 'https://example.com/a.jpg https://example.com/b.jpg', 'too_many'],
    ['additional_images', 'https://a.kr/1.jpg, https://a.kr/2.jpg', 'https://a.kr/1.jpg\nhttps://a.kr/2.jpg'],
    [
      'additional_images',
      'https://a.kr/1.jpg,\r\nhttps://a.kr/2.jpg;',
      'https://a.kr/1.jpg\nhttps://a.kr/2.jpg',
    ],
    ['notice', '품명: 양말\n제조국:대한민국', '품명: 양말\n제조국: 대한민국'],
    ['notice', '그냥 글', 'bad_line'],
    ['certifications', 'KC|R-1', 'KC | R-1'],
    ['certifications', 'KC', 'bad_line'],
  ])('of %s: %j', (column, text, outcome) => {
    expect(read(column, text)).toBe(outcome);
  });

  it('of notices holds what it says, or is empty', () => {
    const part = fc.string({ unit: fc.constantFrom('가', ' ', ':', '\n', '|', '_', 'a'), maxLength: 6 });
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(part, fc.constant('__proto__')), part, { maxKeys: 4 }), (facts) => {
        const text = factLines(facts);
        if (text !== '') expect(Object.entries(factsOf(text) ?? {})).toEqual(Object.entries(facts));
      }),
    );
    expect(factLines({ 품명: '양말', 제조국: '대한민국: 서울' })).toBe('품명: 양말\n제조국: 대한민국: 서울');
  });

  it('of certificates holds what it says, or is empty', () => {
    const part = fc.string({ unit: fc.constantFrom('가', ' ', '\n', '|', 'a'), maxLength: 5 });
    const certification = fc.record({ kind: part, number: part, agency: fc.option(part) });
    fc.assert(
      fc.property(fc.array(certification, { maxLength: 3 }), (certifications) => {
        const text = certificationLines(certifications);
        if (text !== '') expect(certificationsOf(text)).toEqual(certifications);
      }),
    );
    const whole = [{ kind: 'KC', number: 'R-1', agency: null }];
    expect(certificationsOf(certificationLines(whole))).toEqual(whole);
  });
});
