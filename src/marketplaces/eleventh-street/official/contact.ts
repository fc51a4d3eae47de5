import type { Contact, Person } from '../../../domain/order.ts';
import type { Fields } from '../../kit/decode.ts';
import { phoneAt, wordAt } from './values.ts';

/** Fields of order and claim rows that tell of people (sheet §3.4, §3.7, §3.8). */
export const PERSONAL: readonly string[] = [
  'ordNm',
  'ordTlphnNo',
  'ordPrtblTel',
  'ordMailNo',
  'ordBaseAddr',
  'ordDtlsAddr',
  'rcvrNm',
  'rcvrTlphn',
  'rcvrPrtblNo',
  'rcvrMailNo',
  'rcvrMailNoSeq',
  'rcvrBaseAddr',
  'rcvrDtlsAddr',
  'typeBilNo',
  'ordDlvReqCont',
  'memID',
  'memNo',
  'psnCscUniqNo',
  'engNm',
  'exchNm',
  'exchTlphnNo',
  'exchPrtblTel',
  'exchMailNo',
  'exchBaseAddr',
  'exchDtlsAddr',
];

/** Who ordered, and where an order goes. */
export function contactOf(row: Fields, personal: Readonly<Record<string, unknown>>): Contact {
  return {
    orderer: personAt(row, 'ordNm', ['ordPrtblTel', 'ordTlphnNo']),
    receiver: personAt(row, 'rcvrNm', ['rcvrPrtblNo', 'rcvrTlphn']),
    postalCode: wordAt(row, 'rcvrMailNo'),
    address: wordAt(row, 'rcvrBaseAddr'),
    addressDetail: wordAt(row, 'rcvrDtlsAddr'),
    deliveryNote: wordAt(row, 'ordDlvReqCont'),
    customsCode: wordAt(row, 'psnCscUniqNo'),
    native: personal,
  };
}

/**
 * Where the goods of a claim are collected; the one who receives the replacement, where the row tells him, stands as
 * the receiver (sheet §3.7, §3.8). Null where a row tells nobody.
 */
export function claimContactOf(row: Fields, personal: Readonly<Record<string, unknown>>): Contact | null {
  const replacement = wordAt(row, 'exchNm') !== null || wordAt(row, 'exchBaseAddr') !== null;
  const contact: Contact = {
    orderer: personAt(row, 'ordNm', ['ordPrtblTel', 'ordTlphnNo']),
    receiver: replacement
      ? personAt(row, 'exchNm', ['exchPrtblTel', 'exchTlphnNo'])
      : personAt(row, 'rcvrNm', ['rcvrPrtblNo', 'rcvrTlphn']),
    postalCode: wordAt(row, replacement ? 'exchMailNo' : 'rcvrMailNo'),
    address: wordAt(row, replacement ? 'exchBaseAddr' : 'rcvrBaseAddr'),
    addressDetail: wordAt(row, replacement ? 'exchDtlsAddr' : 'rcvrDtlsAddr'),
    deliveryNote: null,
    customsCode: null,
    native: personal,
  };
  const tells = contact.orderer.name ?? contact.receiver.name ?? contact.address;
  return tells === null ? null : contact;
}

/** A number that begins with 050 is a temporary one that forwards to the person. */
function personAt(row: Fields, name: string, phones: readonly string[]): Person {
  const numbers = phones.map((phone) => phoneAt(row, phone)).filter((phone) => phone !== null);
  return {
    name: wordAt(row, name),
    phone: numbers.find((number) => !isSafe(number)) ?? null,
    safePhone: numbers.find(isSafe) ?? null,
    email: null,
  };
}

function isSafe(number: string): boolean {
  return number.startsWith('050');
}
