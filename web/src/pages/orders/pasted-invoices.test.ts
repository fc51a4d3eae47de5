import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPasted } from './pasted-invoices.ts';

describe('a pasted list of invoices', () => {
  test('comes from a sheet with a heading, with three columns', () => {
    const { lines, unreadable } = readPasted(
      '주문번호\t택배사\t송장번호\n2026112200001\tCJ대한통운\t680405450931\n\n2026112200002\t한진택배\t300000010634\n',
    );
    expect(lines).toEqual([
      { order: '2026112200001', carrier: 'CJ대한통운', invoice: '680405450931', place: 2, nth: 0 },
      { order: '2026112200002', carrier: '한진택배', invoice: '300000010634', place: 4, nth: 1 },
    ]);
    expect(unreadable).toEqual([]);
  });

  test.each([
    [
      'commas',
      '"A:2101000521","CJ대한통운","6804-0545-0931"',
      'A:2101000521',
      'CJ대한통운',
      '6804-0545-0931',
    ],
    [
      'tabs, and a comma in a cell',
      '15100\tCJ, 대한통운\t680405450931',
      '15100',
      'CJ, 대한통운',
      '680405450931',
    ],
    ['blanks', '15100100010340 롯데택배 200016500003', '15100100010340', '롯데택배', '200016500003'],
    ['no number', 'CJGLS\t680405450931', '', 'CJGLS', '680405450931'],
    ['a number that a sheet has spoilt', '15100\tCJ\t6.80405E+11', '15100', 'CJ', '6.80405E+11'],
  ])('may be written with %s', (_what, text, order, carrier, invoice) => {
    expect(readPasted(text).lines).toEqual([{ order, carrier, invoice, place: 1, nth: 0 }]);
  });

  test('has its columns where the heading says', () => {
    const { lines } = readPasted(
      '상품주문번호\t배송방법\t택배사\t송장번호\n2026112298765431\t택배,등기,소포\tCJ대한통운\t680405450931',
    );
    expect(lines).toEqual([
      { order: '2026112298765431', carrier: 'CJ대한통운', invoice: '680405450931', place: 2, nth: 0 },
    ]);
  });

  test('leaves out the order whose line is empty, and moves no invoice to another order', () => {
    const { lines, unreadable } = readPasted(
      '택배사\t송장번호\nCJ\t680405450931\n\nCJ\t\nCJ\t680405450942\n15100\tCJ\t680405450953\n',
    );
    expect(lines.map(({ order, nth, invoice }) => [order, nth, invoice])).toEqual([
      ['', 0, '680405450931'],
      ['', 3, '680405450942'],
    ]);
    expect(unreadable).toEqual([4, 6]);
  });

  test('takes no telephone for the invoice that is not there', () => {
    expect(readPasted('15100\tCJ\t\t010-1234-5678').lines).toEqual([]);
  });

  test('names lines that hold something else', () => {
    const { lines, unreadable } = readPasted('1\tCJ\t680405450931\n내일 발송\n2\tCJ\t-');
    expect(lines).toHaveLength(1);
    expect(unreadable).toEqual([2, 3]);
  });

  test('loses no line, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), (rows) => {
        const text = `1\tCJ\t680405450931\n${rows.map((row) => row.replace(/[\r\n]/g, ' ')).join('\n')}`;
        const full = text.split('\n').filter((line) => line.trim() !== '').length;
        const { lines, unreadable } = readPasted(text);
        expect(lines.length + unreadable.length).toBe(full);
      }),
    );
  });
});
