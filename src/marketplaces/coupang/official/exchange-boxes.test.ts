import { describe, expect, it } from 'vitest';
import { decodeExchange } from './claims/decode-exchange.ts';
import { EXCHANGE } from './claims/test-samples.ts';
import { decodeBox } from './decode-box.ts';
import { isExchangeBox, noteExchanges } from './exchange-boxes.ts';
import { sampleBox } from './test-sample.ts';

const NOW = new Date('2026-11-21T01:02:03.000Z');
const DAY_MS = 24 * 60 * 60_000;

const exchange = (over: object) => decodeExchange({ ...EXCHANGE, ...over });
const box = (over: object) => decodeBox({ ...sampleBox(), orderId: EXCHANGE.orderId, ...over });
const opened = { deliveryInvoiceGroupDtos: [{ shipmentBoxId: '642538971006401500' }] };

describe('boxes of exchanges', () => {
  it('are known by their id, whatever they have come to', () => {
    const notes = noteExchanges({}, [exchange({ exchangeStatus: 'PROGRESS', ...opened })], NOW);
    for (const status of ['INSTRUCT', 'DEPARTURE', 'FINAL_DELIVERY']) {
      expect(isExchangeBox(notes, box({ shipmentBoxId: '642538971006401500', status }))).toBe(true);
      expect(isExchangeBox(notes, box({ shipmentBoxId: '642538971006401501', status }))).toBe(false);
    }
  });

  it('are awaited between the goods and the box, and only among boxes just opened', () => {
    const awaiting = noteExchanges({}, [exchange({ exchangeStatus: 'PROGRESS' })], NOW);
    expect(isExchangeBox(awaiting, box({ status: 'INSTRUCT' }))).toBe(true);
    expect(isExchangeBox(awaiting, box({ status: 'FINAL_DELIVERY' }))).toBe(false);
    expect(isExchangeBox(awaiting, box({ status: 'INSTRUCT', orderId: 1 }))).toBe(false);
    const told = noteExchanges(awaiting, [exchange({ exchangeStatus: 'PROGRESS', ...opened })], NOW);
    expect(isExchangeBox(told, box({ status: 'INSTRUCT' }))).toBe(false);
  });

  it('are not awaited where nothing is sent anew, and are forgotten in time', () => {
    for (const exchangeStatus of ['RECEIPT', 'REJECT', 'CANCEL']) {
      expect(noteExchanges({}, [exchange({ exchangeStatus })], NOW)).toEqual({});
    }
    const notes = noteExchanges({}, [exchange({ exchangeStatus: 'PROGRESS', ...opened })], NOW);
    expect(noteExchanges(notes, [], new Date(NOW.getTime() + 59 * DAY_MS))).toEqual(notes);
    expect(noteExchanges(notes, [], new Date(NOW.getTime() + 60 * DAY_MS))).toEqual({});
  });
});
