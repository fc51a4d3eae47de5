import { describe, expect, it } from 'vitest';
import { carrierCode, carrierIdOf } from '../../kit/carrier-code.ts';
import { CARRIERS } from './carriers.ts';
import { ERROR_FACTS, reasonOfWord, troubleIn } from './errors.ts';
import { itemStatus, STATUSES } from './statuses.ts';

describe('statuses', () => {
  it('are those of the mapping table, letter for letter', () => {
    expect(STATUSES).toEqual({
      ACCEPT: 'PAID',
      INSTRUCT: 'PREPARING',
      DEPARTURE: 'SHIPPED',
      DELIVERING: 'DELIVERING',
      FINAL_DELIVERY: 'DELIVERED',
      CANCEL: 'CANCELED',
      RETURN: 'RETURN_REQUESTED',
      NONE_TRACKING: null,
    });
  });

  it('are told of an item by its order, unless all of it was cancelled', () => {
    expect(itemStatus('ACCEPT', 3, 2)).toBe('PAID');
    expect(itemStatus('ACCEPT', 3, 3)).toBe('CANCELED');
    expect(itemStatus('NONE_TRACKING', 3, 0)).toBeNull();
    expect(itemStatus('toString', 3, 0)).toBeNull();
  });
});

describe('couriers', () => {
  it('go both ways by the codes of the guide', () => {
    for (const code of ['CJGLS', 'KGB', 'EPOST', 'HANJIN', 'LOTTE', 'KDEXP', 'DAESIN']) {
      const id = carrierIdOf(CARRIERS, code);
      expect(id).not.toBeNull();
      expect(carrierCode(CARRIERS, id ?? '')).toEqual({ found: true, code });
    }
    expect(carrierIdOf(CARRIERS, 'HYUNDAI')).toBe('lotte');
    expect(carrierCode(CARRIERS, '로젠택배')).toEqual({ found: true, code: 'KGB' });
    expect(carrierCode(CARRIERS, 'DHL').found).toBe(false);
  });
});

describe('errors', () => {
  const answer = (status: number, json: unknown) => ({ status, headers: {}, text: '', json, skewMs: null });

  it.each(ERROR_FACTS)(
    '$code is told by the word in brackets and by its status',
    ({ code, where, reason }) => {
      const status = Number(where?.slice(-3));
      const told = troubleIn(answer(status, { code: 'ERROR', message: `[${code}] why` }), false);
      expect(told).toMatchObject({ reason, nativeCode: code, nativeText: `[${code}] why` });
      expect(reasonOfWord(code)).toBe(reason);
    },
  );

  it('are told by the status where no word is known, and inside a 200', () => {
    expect(troubleIn(answer(409, { code: 'ERROR', message: 'no' }), false)?.reason).toBe('wrong_state');
    expect(troubleIn(answer(503, undefined), false)?.reason).toBe('down');
    expect(troubleIn(answer(418, undefined), false)?.reason).toBe('unexplained');
    expect(troubleIn(answer(200, { code: 'ERROR', message: 'no' }), false)?.reason).toBe('refused');
    expect(troubleIn(answer(401, { code: 'ERROR' }), true)?.reason).toBe('expired_key');
    expect(troubleIn(answer(200, { code: 'SUCCESS', data: [] }), false)).toBeUndefined();
  });
});
