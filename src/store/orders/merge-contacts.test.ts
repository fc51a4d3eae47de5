import { expect, test } from 'vitest';
import { contact } from '../../../test/harness/snapshots.ts';
import { mergeContact } from './merge-contacts.ts';

const whole = contact({
  deliveryNote: '문 앞\n경비실',
  customsCode: 'P123456789012',
  native: { 'lines.1.memo': '문 앞', 'lines.2.memo': '경비실' },
});

test('a reading of some lines keeps what the others told of people', () => {
  const ofOneLine = contact({ deliveryNote: '경비실', native: { 'lines.2.memo': '경비실' } });
  expect(mergeContact(whole, ofOneLine)).toEqual(whole);
  expect(mergeContact(whole, contact({ deliveryNote: null }))).toEqual(whole);
});

test('what is said anew takes the place of the old', () => {
  const moved = contact({
    address: '부산광역시 해운대구 센텀남대로 35',
    deliveryNote: '배송 전 연락',
    native: { 'lines.1.memo': '배송 전 연락' },
  });
  expect(mergeContact(whole, moved)).toEqual({
    ...moved,
    customsCode: 'P123456789012',
    native: { 'lines.1.memo': '배송 전 연락', 'lines.2.memo': '경비실' },
  });
});
