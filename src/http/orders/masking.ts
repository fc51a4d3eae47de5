import type { Contact, Person } from '../../domain/order.ts';

/** `김하늘` becomes `김*늘`, `이산` becomes `이*`. */
export function maskName(name: string): string {
  const letters = [...name];
  const [first = '', ...rest] = letters;
  const last = rest.at(-1);
  if (last === undefined) return '*';
  if (rest.length === 1) return `${first}*`;
  return `${first}${'*'.repeat(rest.length - 1)}${last}`;
}

/** `0502-1234-5678` becomes `0502-****-5678`; what is not clearly a phone number keeps its last digits only. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 8) return '****';
  const last = digits.slice(-4);
  const prefix = /^(050\d|01\d|02|0\d{2})/.exec(digits)?.[1];
  return prefix === undefined ? `****-${last}` : `${prefix}-****-${last}`;
}

/** `haneul@example.com` becomes `h*****@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '****' : `${email.slice(0, 1)}*****${email.slice(at)}`;
}

/** House and unit numbers tell where somebody lives; the street without them tells the area. */
export function maskAddress(address: string): string {
  return address.replace(/\d/g, '*');
}

const HIDDEN = '****';

function hide(text: string | null): string | null {
  return text === null ? null : HIDDEN;
}

function maskPerson(person: Person): Person {
  return {
    name: person.name === null ? null : maskName(person.name),
    phone: person.phone === null ? null : maskPhone(person.phone),
    safePhone: person.safePhone === null ? null : maskPhone(person.safePhone),
    email: person.email === null ? null : maskEmail(person.email),
  };
}

/** A contact that tells a person apart without telling who it is (law 7). */
export function maskContact(contact: Contact): Contact {
  return {
    orderer: maskPerson(contact.orderer),
    receiver: maskPerson(contact.receiver),
    postalCode: contact.postalCode,
    address: contact.address === null ? null : maskAddress(contact.address),
    addressDetail: hide(contact.addressDetail),
    // Buyers write door codes into it.
    deliveryNote: hide(contact.deliveryNote),
    customsCode: hide(contact.customsCode),
    native: {},
  };
}
