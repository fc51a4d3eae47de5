import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPassages } from './passages.ts';

describe('passages', () => {
  it('finds everything that came into a status within a period, once, in order of time', () => {
    const passage = fc.record({
      id: fc.nat(5),
      status: fc.constantFrom('A', 'B', 'C'),
      at: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(passage), fc.nat(50), fc.nat(50), (all, from, before) => {
        const subjects = Array.from({ length: 6 }, (_unused, id) => ({ id }));
        const passages = createPassages<{ readonly id: number }>((subject) => subject);
        const standing = new Map<number, string>();
        const expected = new Set<number>();
        for (const { id, status, at } of all) {
          passages.record(status, subjects[id] ?? { id }, at);
          if (standing.get(id) !== status && status === 'A' && at >= from && at < before) expected.add(id);
          standing.set(id, status);
        }
        const found = passages.into('A', from, before).map(({ id }) => id);
        expect(new Set(found)).toEqual(expected);
        expect(found).toHaveLength(expected.size);
      }),
    );
  });

  it('keeps the moment of a standing that is only repeated', () => {
    const passages = createPassages<object>((subject) => subject);
    const one = {};
    passages.record('A', one, 10);
    passages.record('A', one, 20);
    expect(passages.since(one)).toBe(10);
    expect(passages.into('A', 11, 30)).toEqual([]);
  });
});
