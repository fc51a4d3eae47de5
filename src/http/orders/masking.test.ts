import { describe, expect, it } from 'vitest';
import { maskAddress, maskContact, maskEmail, maskName, maskPhone } from './masking.ts';

describe('masking', () => {
  it.each([
    ['김하늘', '김*늘'],
    ['이산', '이*'],
    ['남궁하늘', '남**늘'],
    ['박', '*'],
    ['', '*'],
    ['John Smith', 'J********h'],
  ])('hides the name %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['0502-1234-5678', '0502-****-5678'],
    ['010-9876-5432', '010-****-5432'],
    ['01098765432', '010-****-5432'],
    ['02-123-4567', '02-****-4567'],
    ['+82 10-9876-5432', '****-5432'],
    ['1234', '****'],
  ])('hides the phone number %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it('hides what tells where somebody lives', () => {
    expect(maskAddress('서울특별시 송파구 올림픽로35길 124')).toBe('서울특별시 송파구 올림픽로**길 ***');
    expect(maskEmail('haneul@example.com')).toBe('h*****@example.com');
    expect(maskEmail('broken')).toBe('****');
  });

  it('leaves nothing else of a contact', () => {
    const nobody = { name: null, phone: null, safePhone: null, email: null };
    const masked = maskContact({
      orderer: nobody,
      receiver: nobody,
      postalCode: '05500',
      address: null,
      addressDetail: '101동 202호',
      deliveryNote: '공동현관 1234#',
      customsCode: 'P123456789012',
      native: { 'receiver.name': '이바다' },
    });
    expect(masked).toMatchObject({
      addressDetail: '****',
      deliveryNote: '****',
      customsCode: '****',
      native: {},
    });
    expect(masked.orderer).toEqual(nobody);
  });
});
