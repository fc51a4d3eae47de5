import { describe, expect, test } from 'vitest';
import type { Fields } from './decode.ts';
import { cutPersonal } from './personal.ts';

const PATHS = ['buyer', 'order.memo', 'order.receiver.name', 'order.receiver.address'] as const;

const DOCUMENT = {
  id: '1',
  buyer: { name: '홍길동' },
  order: { memo: '문 앞', receiver: { name: '김철수', address: '서울', note: 'left' }, price: 100 },
};

describe('cutting personal parts out', () => {
  test('takes what the paths name, and leaves the rest and the document as they were', () => {
    const before = structuredClone(DOCUMENT);
    const { rest, personal } = cutPersonal(DOCUMENT, PATHS);
    expect(JSON.parse(JSON.stringify(rest))).toEqual({
      id: '1',
      order: { receiver: { note: 'left' }, price: 100 },
    });
    expect(personal).toEqual({
      buyer: { name: '홍길동' },
      'order.memo': '문 앞',
      'order.receiver.name': '김철수',
      'order.receiver.address': '서울',
    });
    expect(DOCUMENT).toEqual(before);
  });

  test('leaves out what the given copy lacks, whether or not anything is cut', () => {
    const withoutLines = (order: Fields) => ({ ...order, lines: undefined });
    const { rest, personal } = cutPersonal({ lines: [1], memo: '문 앞', id: 1 }, ['memo'], withoutLines);
    expect(JSON.parse(JSON.stringify(rest))).toEqual({ id: 1 });
    expect(personal).toEqual({ memo: '문 앞' });
    expect(cutPersonal({ lines: [1], id: 1 }, ['memo'], withoutLines).rest).toEqual({ id: 1 });
  });

  test('passes over what is absent, of another kind, or in a list', () => {
    const strange = { order: { receiver: [{ name: 'in a list' }] }, other: null };
    const { rest, personal } = cutPersonal(strange, PATHS);
    expect(rest).toBe(strange);
    expect(personal).toEqual({});
  });

  test('keeps an empty value as cut, and goes into a field that is cut whole only once', () => {
    expect(cutPersonal({ memo: null, id: 1 }, ['memo']).personal).toEqual({ memo: null });
    const { rest, personal } = cutPersonal({ a: { b: 1 }, id: 1 }, ['a', 'a.b']);
    expect(personal).toEqual({ a: { b: 1 } });
    expect(JSON.parse(JSON.stringify(rest))).toEqual({ id: 1 });
  });
});
