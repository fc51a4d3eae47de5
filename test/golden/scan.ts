import { CLAIM_FAULTS, CLAIM_KINDS, CLAIM_REASONS, hasState, isClaimState } from '../../src/domain/claim.ts';
import { isOrderStatus } from '../../src/domain/status.ts';
import type { Edition } from '../../src/marketplaces/kit/edition.ts';
import { TROUBLE_REASONS } from '../../src/marketplaces/kit/trouble.ts';

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** Every object inside a document, itself first. */
function* objectsIn(value: unknown): Generator<Fields> {
  if (Array.isArray(value)) for (const part of value) yield* objectsIn(part);
  if (!isFields(value)) return;
  yield value;
  for (const part of Object.values(value)) yield* objectsIn(part);
}

/** What cannot be true in a unified result, whichever marketplace it came from. */
export function complaintsAbout(expected: unknown, edition: Edition): string[] {
  const complaints: string[] = [];
  for (const found of objectsIn(expected)) {
    if (found.kind === 'order' && isFields(found.order)) {
      complaints.push(...aboutOrder(found.order, edition));
    }
    if (found.kind === 'claim' && isFields(found.claim)) complaints.push(...aboutClaim(found.claim));
    if (['done', 'refused', 'unknown'].includes(String(found.kind))) complaints.push(...aboutOutcome(found));
  }
  return complaints;
}

function aboutOutcome(outcome: Fields): string[] {
  const reason = outcome.reason;
  return [
    // Offers have no status.
    ...(outcome.kind === 'done' && !('item' in outcome) ? aboutStatus(outcome.status) : []),
    ...(outcome.kind === 'refused' && !Object.hasOwn(TROUBLE_REASONS, String(reason))
      ? [`reason is not one of the kit's: ${reason}`]
      : []),
  ];
}

function aboutStatus(status: unknown): string[] {
  return typeof status === 'string' && isOrderStatus(status) ? [] : [`status is not unified: ${status}`];
}

function aboutOrder(order: Fields, edition: Edition): string[] {
  const packages = listOf(order.packages);
  const lines = listOf(order.lines);
  const keys = new Set(packages.map(({ key }) => key));
  const ids = new Set(lines.map(({ nativeLineId }) => nativeLineId));
  return [
    ...(lines.length === 0 ? ['an order without lines'] : []),
    ...(ids.size < lines.length ? ['a line id comes twice'] : []),
    ...(keys.size < packages.length ? ['a package key comes twice'] : []),
    ...packages.flatMap((box) => aboutMoney(box, ['shippingFee', 'remoteAreaFee'])),
    ...lines.flatMap((line) => aboutLine(line, order, edition)),
    ...lines
      .filter(({ packageKey }) => !keys.has(packageKey))
      .map(({ nativeLineId }) => `line ${nativeLineId} is in no package`),
    ...aboutPersonalWords(order, packages),
  ];
}

function aboutClaim(claim: Fields): string[] {
  const name = `claim ${claim.nativeClaimId}`;
  const says = (wrong: boolean, what: string) => (wrong ? [`${name}: ${what}`] : []);
  const kind = CLAIM_KINDS.find((known) => known === claim.kind);
  const state = typeof claim.state === 'string' ? claim.state : null;
  const fee = isFields(claim.fee) ? aboutMoney(claim.fee, ['amount']) : [];
  const { contact, ...rest } = claim;
  const elsewhere = JSON.stringify(rest);
  return [
    ...says(kind === undefined, `kind is not unified: ${claim.kind}`),
    ...says(
      state !== null && !(isClaimState(state) && kind !== undefined && hasState(kind, state)),
      `a ${claim.kind} knows no state ${state}`,
    ),
    ...says(!isOneOf(CLAIM_FAULTS, claim.fault), `fault is not unified: ${claim.fault}`),
    ...says(!isOneOf(CLAIM_REASONS, claim.reason), `reason is not unified: ${claim.reason}`),
    ...says(claim.nativeStatus === '' || claim.nativeStatus === undefined, 'no native status'),
    ...says(
      listOf(claim.lines).some(({ quantity }) => quantity !== null && !(Number(quantity) > 0)),
      'no quantity',
    ),
    ...says(!inOrder([claim.requestedAt, claim.endedAt]), 'it ended before it was asked for'),
    ...fee.map((what) => `${name}: fee ${what}`),
    ...personalWords(contact)
      .filter((word) => elsewhere.includes(JSON.stringify(word).slice(1, -1)))
      .map((word) => `${name}: personal words outside the contact: ${word}`),
  ];
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return value === null || (typeof value === 'string' && known.includes(value));
}

const LINE_MONEY = ['unitPrice', 'amount', 'discount', 'sellerDiscount', 'paidAmount', 'commission'];

function aboutLine(line: Fields, order: Fields, edition: Edition): string[] {
  const name = `line ${line.nativeLineId}`;
  const parcel = isFields(line.parcel) ? line.parcel : {};
  const says = (wrong: boolean, what: string) => (wrong ? [`${name}: ${what}`] : []);
  return [
    ...(line.status === null ? [] : aboutStatus(line.status)),
    ...aboutNativeWords(line, edition).map((word) => `${name}: native word ${word}`),
    ...aboutMoney(line, LINE_MONEY).map((what) => `${name}: ${what}`),
    ...says(
      Number(line.amount) !== Number(line.paidAmount) + Number(line.discount),
      'paid + discount ≠ amount',
    ),
    ...says(Number(line.sellerDiscount) > Number(line.discount), 'the seller bears more than the discount'),
    ...says(!(Number(line.quantity) > 0), 'no quantity'),
    ...says(!(Number(line.shippableQuantity) >= 0), 'shippable below zero'),
    ...says(Number(line.shippableQuantity) > Number(line.quantity), 'shippable above the quantity'),
    ...says(line.nativeStatus === '' || line.nativeStatus === undefined, 'no native status'),
    ...says(
      !inOrder([order.orderedAt, order.paidAt, parcel.shippedAt, line.deliveredAt, line.confirmedAt]),
      'dates out of order',
    ),
  ];
}

function aboutMoney(fields: Fields, names: readonly string[]): string[] {
  return names
    .filter(
      (name) => fields[name] !== null && !(Number.isSafeInteger(fields[name]) && Number(fields[name]) >= 0),
    )
    .map((name) => `${name} is not an amount: ${fields[name]}`);
}

/** Words that only the marketplace uses for a status may stand only where native things are kept. */
function aboutNativeWords(line: Fields, edition: Edition): string[] {
  const { status: _status, nativeStatus: _native, ...unified } = line;
  const words = new Set(Object.keys(edition.statuses).filter((word) => !isOrderStatus(word)));
  return Object.values(unified).filter(
    (value): value is string => typeof value === 'string' && words.has(value),
  );
}

function inOrder(instants: readonly unknown[]): boolean {
  const known = instants
    .filter((instant) => typeof instant === 'string')
    .map((instant) => Date.parse(instant));
  return known.every((at, index) => index === 0 || (known[index - 1] ?? 0) <= at);
}

/** Law 7: what the contact holds about people must not be readable anywhere else in the order. */
function aboutPersonalWords(order: Fields, packages: readonly Fields[]): string[] {
  const elsewhere = JSON.stringify({
    ...order,
    packages: packages.map(({ contact: _contact, ...rest }) => rest),
  });
  return packages
    .flatMap(({ contact }) => personalWords(contact))
    .filter((word) => elsewhere.includes(JSON.stringify(word).slice(1, -1)))
    .map((word) => `personal words outside the contact: ${word}`);
}

const PERSONAL = ['name', 'phone', 'safePhone', 'email'] as const;
const PERSONAL_OF_CONTACT = ['address', 'addressDetail', 'deliveryNote', 'customsCode'] as const;

function personalWords(contact: unknown): string[] {
  if (!isFields(contact)) return [];
  const people = [contact.orderer, contact.receiver].filter(isFields);
  const words = [
    ...people.flatMap((person) => PERSONAL.map((name) => person[name])),
    ...PERSONAL_OF_CONTACT.map((name) => contact[name]),
  ];
  return words.filter((word): word is string => typeof word === 'string' && word.length > 1);
}
