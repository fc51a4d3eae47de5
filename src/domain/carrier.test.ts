import { describe, expect, it } from 'vitest';
import { CARRIERS, findCarrier, normaliseCarrierName } from './carrier.ts';

describe('a carrier', () => {
  it('is found by its id, its name in any language and its aliases', () => {
    for (const carrier of CARRIERS) {
      const { id, names, aliases } = carrier;
      for (const name of [id, ...Object.values(names), ...aliases])
        expect(findCarrier(name), name).toBe(carrier);
    }
  });

  it('shares no name with another', () => {
    const owners = Map.groupBy(
      CARRIERS.flatMap(({ id, names, aliases }) =>
        [id, ...Object.values(names), ...aliases].map((name) => ({ id, name: normaliseCarrierName(name) })),
      ),
      ({ name }) => name,
    );
    const shared = [...owners.values()].filter((named) => new Set(named.map(({ id }) => id)).size > 1);
    expect(shared).toEqual([]);
  });
});
