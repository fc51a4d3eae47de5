import { describe, expect, it } from 'vitest';
import { MARKETPLACES } from '../registry.ts';
import type { NativeErrorFacts } from './edition.ts';
import { asToldBy } from './localized.ts';
import { findNativeError, type NativeRefusal } from './native-error.ts';
import type { TroubleReason } from './trouble.ts';

const row = (
  code: string,
  where: string | undefined,
  reason: TroubleReason,
  says = 'x',
): NativeErrorFacts => ({
  code,
  reason,
  says: asToldBy(says),
  ...(where === undefined ? {} : { where }),
});
const said = (facts: Partial<NativeRefusal>): NativeRefusal => ({
  reason: 'refused',
  code: '400',
  text: null,
  operation: null,
  httpStatus: null,
  ...facts,
});

describe('what a native code means', () => {
  const TABLE = [
    row('400', '이미 저장된', 'refused', 'saved'),
    row('400', 'item … not found · deleted', 'not_found', 'gone'),
    row('400', 'soldOut', 'refused', 'by operation'),
    row('400', 'other', 'refused', 'other'),
    row('FORBIDDEN', 'HTTP 403', 'missing_permission', 'forbidden'),
    row('PLAIN', undefined, 'wrong_state', 'plain'),
  ];
  const means = (facts: Partial<NativeRefusal>) => findNativeError(TABLE, said(facts))?.says.en;

  it('depends on the words beside it', () => {
    expect(means({ text: '이미 저장된 송장번호가 있어' })).toBe('saved');
    expect(means({ text: 'item 7 not found', reason: 'not_found' })).toBe('gone');
    expect(means({ text: 'was deleted', reason: 'not_found' })).toBe('gone');
    expect(means({ text: 'not found: item 7' })).toBe('other');
  });

  it('depends on the operation and the status where the row says so', () => {
    expect(means({ operation: 'soldOut' })).toBe('by operation');
    expect(means({ code: 'FORBIDDEN', httpStatus: 403 })).toBe('forbidden');
    expect(means({ code: 'FORBIDDEN', httpStatus: 500 })).toBeUndefined();
    // Items of a call do not keep its status.
    expect(means({ code: 'FORBIDDEN' })).toBe('forbidden');
  });

  it('is nothing where the connector has found something else, or nobody knows the code', () => {
    expect(means({ reason: 'wrong_shop' })).toBeUndefined();
    expect(means({ code: 'PLAIN', reason: 'wrong_state' })).toBe('plain');
    expect(means({ code: 'PLAIN', reason: 'down' })).toBeUndefined();
    expect(means({ code: 'NEW' })).toBeUndefined();
    expect(means({ code: null })).toBeUndefined();
  });

  it('is found for every row of every edition by what the row itself says', () => {
    for (const { id, editions } of MARKETPLACES) {
      for (const [edition, { errors = [] }] of Object.entries(editions)) {
        for (const { code, where, reason, says } of errors) {
          const text = where?.split(' · ')[0]?.replace('…', '7') ?? null;
          const found = findNativeError(errors, said({ code, reason, text }));
          expect({ id, edition, code, where, says: found?.says }).toEqual({ id, edition, code, where, says });
        }
      }
    }
  });
});
