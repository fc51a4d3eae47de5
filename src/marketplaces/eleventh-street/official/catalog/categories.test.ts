import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treeOf } from './categories.ts';

describe('the tree of categories', () => {
  it('has parents before children and leaves at its ends, in whatever order rows come', () => {
    // The parent of each category is one of those before it, or none.
    const parents = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(parents, fc.infiniteStream(fc.nat()), (choices, ranks) => {
        const rows = choices.map((choice, place) => ({
          id: String(place + 1),
          parentId: choice % (place + 1) === 0 ? null : String(choice % (place + 1)),
          name: `n${place + 1}`,
          certType: null,
          mustBeCertified: false,
          rank: ranks.next().value,
        }));
        const tree = treeOf(rows.toSorted((a, b) => a.rank - b.rank));
        expect(tree).toHaveLength(rows.length);
        const places = new Map(tree.map(({ id }, place) => [id, place]));
        for (const { id, parentId, leaf, path, name } of tree) {
          if (parentId !== null) expect(places.get(parentId)).toBeLessThan(places.get(id) ?? 0);
          expect(leaf).toBe(!rows.some((row) => row.parentId === id));
          expect(path.endsWith(name)).toBe(true);
        }
      }),
    );
  });
});
