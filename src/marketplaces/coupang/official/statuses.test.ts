import { describe, expect, it } from 'vitest';
import type { OrderStatus } from '../../../domain/status.ts';
import { type ItemState, lineStatus, shippable } from './statuses.ts';

const item = (state: Partial<ItemState> = {}): ItemState => ({
  ordered: 3,
  cancelled: 0,
  held: 0,
  cancelledFlag: false,
  confirmed: false,
  ...state,
});

const rows: readonly (readonly [string, Partial<ItemState>, OrderStatus | null])[] = [
  ['ACCEPT', {}, 'PAID'],
  ['INSTRUCT', {}, 'PREPARING'],
  ['DEPARTURE', {}, 'SHIPPED'],
  ['DELIVERING', {}, 'DELIVERING'],
  ['NONE_TRACKING', {}, 'DELIVERING'],
  ['FINAL_DELIVERY', {}, 'DELIVERED'],
  ['FINAL_DELIVERY', { confirmed: true }, 'CONFIRMED'],
  ['PICKUP_WAIT', {}, null],
  ['toString', {}, null],
  ['INSTRUCT', { held: 2 }, 'PREPARING'],
  ['INSTRUCT', { held: 3 }, 'CANCEL_REQUESTED'],
  ['INSTRUCT', { held: 2, cancelled: 1 }, 'CANCEL_REQUESTED'],
  ['INSTRUCT', { cancelled: 3 }, 'CANCELED'],
  ['ACCEPT', { cancelledFlag: true }, 'CANCELED'],
  ['FINAL_DELIVERY', { held: 3 }, 'DELIVERED'],
];

describe('line status', () => {
  it.each(rows)('%s with %j is %s', (box, state, unified) => {
    expect(lineStatus(box, item(state))).toBe(unified);
  });

  it('ships what is neither cancelled nor held', () => {
    expect(shippable(item({ held: 1 }))).toBe(2);
    expect(shippable(item({ held: 1, cancelled: 1 }))).toBe(1);
    expect(shippable(item({ held: 3, cancelled: 3 }))).toBe(0);
    expect(shippable(item({ cancelledFlag: true }))).toBe(0);
  });
});
