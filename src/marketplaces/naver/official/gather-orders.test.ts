import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather, readsOf, snapshotOf } from './gather-orders.ts';
import { PERSONAL_PATHS } from './personal.ts';

/** Elements of `query` that the golden fixtures hold. */
function recordedElements(name: string): unknown[] {
  const path = join(import.meta.dirname, 'fixtures', `${name}.json`);
  const { exchanges } = JSON.parse(readFileSync(path, 'utf8'));
  return exchanges.at(-1).answer.body.data;
}

const ELEMENTS = ['read-bundle', 'read-return', 'read-exchange', 'read-locked', 'read-confirmed'].flatMap(
  recordedElements,
);

const PERSONAL = ['김수령', '홍', '010', '테헤란로', '1001호', 'P123456789012'];

/** Every path of a document, as keys from its root. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return path.length === 0 ? inner : [[...path], ...inner];
}

function withAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  copy[key] = withAt(copy[key], rest, put);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const spoiled = fc
  .constantFrom(...ELEMENTS)
  .chain((element) =>
    fc
      .tuple(fc.constantFrom(...pathsOf(element)), fc.jsonValue())
      .map(([path, put]) => withAt(element, path, put)),
  );

describe('gather', () => {
  it('loses no element and never throws, whatever a value turned into', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(spoiled, fc.jsonValue()), { maxLength: 4 }), (elements) => {
        const { orders, unreadable } = gather(elements);
        const lines = [...orders.values()].flat();
        expect(lines.length + unreadable.length).toBeLessThanOrEqual(elements.length);
        for (const read of orders.values()) {
          const { packages } = snapshotOf(read, true);
          expect(new Set(packages.map(({ key }) => key))).toEqual(
            new Set(read.map(({ line }) => line.packageKey)),
          );
        }
        for (const { reason, payload } of unreadable) {
          expect(reason).toContain('expected');
          expect(payload).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves nothing personal in the documents and keeps all of it beside them', () => {
    for (const read of ELEMENTS.flatMap((element) => readsOf([element]))) {
      if (read.kind === 'claim') {
        for (const personal of PERSONAL) expect(JSON.stringify(read.claim.native)).not.toContain(personal);
        continue;
      }
      if (read.kind !== 'order') throw new Error('the recorded elements can be read');
      const { packages, lines } = read.order;
      const documents = JSON.stringify([packages.map((box) => box.native), lines.map((line) => line.native)]);
      for (const personal of PERSONAL) expect(documents).not.toContain(personal);
      for (const { contact } of packages) {
        for (const path of Object.keys(contact.native)) {
          const bare = path
            .replace(/^productOrders\.\d+\./, '')
            .replace(/^completedClaims\.\d+\./, 'currentClaim.return.');
          expect(PERSONAL_PATHS).toContain(bare);
        }
      }
    }
  });

  it('passes over orders nobody has paid', () => {
    const [element] = recordedElements('read-bundle');
    const unpaid = withAt(element, ['productOrder', 'productOrderStatus'], 'PAYMENT_WAITING');
    expect(gather([unpaid])).toEqual({ orders: new Map(), unreadable: [] });
  });
});
