/**
 * Prints docs/marketplaces.md from the marketplaces' own descriptors and editions; with `--write` writes it.
 * Nothing in that page is kept by hand: what the connectors say as data is what the page says.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../src/cli/settings.ts';
import { CARRIERS } from '../src/domain/carrier.ts';
import { CLAIM_ACTIONS, type ClaimAction, type ClaimInput } from '../src/domain/claim-action.ts';
import { capabilitiesOf } from '../src/http/platforms/capabilities.ts';
import type { Bucket, Limit } from '../src/marketplaces/kit/bucket.ts';
import { credentialFields } from '../src/marketplaces/kit/credential-fields.ts';
import type { Descriptor } from '../src/marketplaces/kit/descriptor.ts';
import type {
  ClaimActionFacts,
  ClaimTimer,
  Edition,
  FeedFacts,
  Penalty,
  SellerCancelFacts,
  Unsupported,
} from '../src/marketplaces/kit/edition.ts';
import type { Localized } from '../src/marketplaces/kit/localized.ts';
import { MARKETPLACES } from '../src/marketplaces/registry.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'marketplaces.md');

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The methods of the port in words; one that is not here is shown by its name alone. */
const METHODS: Readonly<Record<string, string>> = {
  test: 'test the connection',
  'orders.changes': 'read what is new or has changed',
  'orders.placedBetween': 'read every order of a range of days',
  'orders.read': 'read orders by their numbers',
  'orders.acknowledge': 'acknowledge (발주확인)',
  'orders.ship': 'ship with carrier and invoice (발송처리)',
  'orders.changeInvoice': 'change carrier or invoice (송장 수정)',
  'orders.delay': 'announce a delay (발송지연)',
  'orders.split': 'ship the quantity of one line in several parcels (분할 발송)',
  'orders.hold': 'hold the dispatch of a line (발송 보류)',
  'orders.release': 'end such a hold (보류 해제)',
  'orders.cancel': 'cancel what was not shipped, as the seller (판매자 취소)',
  'claims.read': 'read claims: cancels, returns, exchanges',
  'claims.cancel.approve': 'agree to a cancel (취소 승인)',
  'claims.cancel.reject': 'refuse a cancel (취소 거부)',
  'claims.return.approve': 'agree to a return (반품 승인)',
  'claims.return.reject': 'refuse a return (반품 거부)',
  'claims.return.pickup': 'have the goods of a return collected, or name their parcel (반품 수거)',
  'claims.return.collect': 'say that returned goods have arrived (반품 입고)',
  'claims.return.complete': 'complete a return and refund it (반품 완료·환불)',
  'claims.return.hold': 'hold the refund of a return (반품 보류)',
  'claims.return.release': 'end such a hold (반품 보류 해제)',
  'claims.return.charge_fee': 'hold a return until the buyer has paid for it (반품비 청구)',
  'claims.return.change_fault': 'change whose fault a return is (귀책 변경)',
  'claims.exchange.approve': 'agree to an exchange (교환 승인)',
  'claims.exchange.reject': 'refuse an exchange (교환 거부)',
  'claims.exchange.pickup': 'have the goods of an exchange collected, or name their parcel (교환 수거)',
  'claims.exchange.collect': 'say that goods to be exchanged have arrived (교환 입고)',
  'claims.exchange.ship': 'send the replacement (교환 재배송)',
  'claims.exchange.hold': 'hold an exchange (교환 보류)',
  'claims.exchange.release': 'end such a hold (교환 보류 해제)',
  'stock.read': 'read how many are left',
  'stock.set': 'set how many are left (재고 변경)',
  'prices.read': 'read prices',
  'prices.set': 'set prices (가격 변경)',
  'catalog.listings': 'list everything that is registered (상품 목록)',
  'catalog.read': 'read listings again',
  'catalog.findBySellerCode': "find listings by the seller's code (판매자 상품코드)",
  'catalog.categories': 'read the categories',
  'catalog.requirements': 'read what a category wants to be told (속성, 고시, 인증)',
  'catalog.places': 'read addresses and policies that listings name (출고지, 반품지)',
  'catalog.preview': 'show what publishing would send, without sending it',
  'catalog.publish': 'create or update a listing (상품 등록·수정)',
  'catalog.setOnSale': 'take a listing off sale and put it back (판매 중지·재개)',
};

interface Cast {
  readonly marketplace: Descriptor;
  readonly edition: Edition;
  readonly name: string;
  readonly can: ReadonlyMap<string, string | null>;
  readonly cannot: ReadonlyMap<string, Unsupported>;
}

const CASTS: readonly Cast[] = MARKETPLACES.flatMap((marketplace) =>
  Object.values(marketplace.editions).map((edition) => ({
    marketplace,
    edition,
    name: `${marketplace.names.en} ${edition.name}`,
    can: new Map(
      capabilitiesOf(marketplace, edition).map(({ operation, promise }): [string, string | null] => [
        operation,
        promise,
      ]),
    ),
    cannot: new Map(edition.unsupported.map((gap) => [gap.operation, gap])),
  })),
);

/** What can be done with claims here, in the order of the vocabulary. */
function claimActions({ claims }: Edition): readonly (readonly [ClaimAction, ClaimActionFacts])[] {
  return CLAIM_ACTIONS.flatMap((action) => {
    const facts = claims?.[action];
    return facts === undefined ? [] : [[action, facts] as const];
  });
}

function page(): string {
  const sections = [
    [
      '# Marketplaces',
      '',
      '<!-- Printed by scripts/matrix.ts from the connectors. Do not edit: run `npm run matrix`. -->',
      '',
      'What each marketplace needs and what Moa can do with it. This page is printed from the connectors',
      '(`npm run matrix`); a test fails when it differs from them. Programs find the same facts at',
      '`GET /api/v1/platforms`.',
    ],
    overview(),
    promises(),
    ...CASTS.map(details),
    carriers(),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function overview(): readonly string[] {
  const operations = new Set([
    ...Object.keys(METHODS),
    ...CASTS.flatMap(({ can, cannot }) => [...can.keys(), ...cannot.keys()]),
  ]);
  return [
    '## At a glance',
    '',
    ...table(
      ['Operation', ...CASTS.map(({ name }) => name)],
      [...operations].map((operation) => [code(operation), ...CASTS.map((cast) => glance(cast, operation))]),
    ),
    '',
    '“exactly once” and “at least once” are [promises](#what-the-promises-mean). A star: the aim is reached by another',
    'call of the marketplace than the name says; the section below tells which.',
    '“no”: the marketplace does not offer it; its section below says what to do instead. “–”: the connector neither',
    'offers it nor has anything to say about it.',
  ];
}

function glance({ can, cannot, edition }: Cast, operation: string): string {
  const promise = can.get(operation);
  if (promise === undefined) return cannot.has(operation) ? 'no' : '–';
  const facts = claimActions(edition).find(([action]) => `claims.${action}` === operation)?.[1];
  return `${promise === null ? 'yes' : (BRIEFLY[promise] ?? promise)}${facts?.means === undefined ? '' : ' \\*'}`;
}

const BRIEFLY: Readonly<Record<string, string>> = {
  'exactly-once by read-back': 'exactly once',
  'exactly-once by key': 'exactly once, by key',
  'at-least-once': 'at least once',
};

const PROMISES: Readonly<Record<string, string>> = {
  'exactly-once by read-back':
    'When an answer is lost, Moa reads the order, the claim or the offer at the marketplace before it sends anything again, and that shows whether the call took effect.',
  'exactly-once by key': 'Every call carries a key by which the marketplace knows a repeat.',
  'at-least-once':
    'When an answer is lost, Moa reads as well, but what it reads may not show whether the call took effect; then it is sent a second time.',
};

function promises(): readonly string[] {
  const given = new Set(CASTS.flatMap(({ can }) => [...can.values()]).filter((promise) => promise !== null));
  return [
    '## What the promises mean',
    '',
    ...[...given].sort().map((promise) => `- **${promise}**: ${PROMISES[promise] ?? ''}`),
    '- **yes**: a read. Reading again is always harmless.',
  ];
}

function details(cast: Cast): readonly string[] {
  const { marketplace, edition } = cast;
  const isDefault = marketplace.defaultEdition === edition.name ? ', the default' : '';
  return [
    `## ${cast.name}`,
    '',
    `${marketplace.names.ko}. Edition \`${edition.name}\`${isDefault}. Calls go to ${hosts(edition)}.`,
    `Country ${marketplace.country}, amounts in ${marketplace.currency}, dates in ${marketplace.timeZone}.`,
    `The API takes the name ${[marketplace.id, ...marketplace.aliases].map(code).join(', ')}.`,
    '',
    '### What the seller must bring',
    '',
    ...table(
      ['Field', 'Name', 'Needed', 'Secret', 'Where to find it'],
      credentialFields(marketplace, edition).map(({ name, label, required, oneOf, secret, where }) => [
        code(name),
        both(label),
        required ? 'yes' : oneOf === undefined ? 'no' : 'one of these',
        secret ? 'yes' : 'no',
        both(where),
      ]),
    ),
    '',
    marketplace.needsFixedIp
      ? '- The fixed IP address from which Moa calls must be registered with the marketplace.'
      : '- No IP address needs to be registered.',
    marketplace.keyLifetimeDays === null
      ? '- Keys do not expire by themselves.'
      : `- A key lives ${marketplace.keyLifetimeDays} days. Give its last day as \`key_expires_at\`, so that a refused key is reported as expired.`,
    '',
    '### What works',
    '',
    ...table(
      ['Operation', 'What it does', 'Promise'],
      [...cast.can].map(([operation, promise]) => [
        code(operation),
        METHODS[operation] ?? '',
        promise ?? 'a read',
      ]),
    ),
    '',
    '### What it does not offer',
    '',
    ...table(
      ['Operation', 'Why', 'Instead'],
      edition.unsupported.map(({ operation, reason, instead }) => [
        code(operation),
        both(reason),
        both(instead),
      ]),
    ),
    '',
    ...claimsOf(edition),
    '### Limits',
    '',
    ...table(
      ['Bucket', 'Limit', 'Share used', 'Moa sends at most', 'At the same time', 'Pause when over it'],
      Object.entries(edition.buckets).map(([name, bucket]) => [code(name), ...limits(bucket)]),
    ),
    '',
    'The limit is the published one, or one that Moa chose where the marketplace publishes none. Each connected shop',
    'has buckets of its own, which all processes of a hub share.',
    '',
    `- Lines in one call: ${edition.batch.acknowledge} to acknowledge, ${edition.batch.ship} to ship.`,
    ...offersInOneCall(edition),
    `- Reads may show the state before an accepted write for up to ${duration(edition.effectLagMs)}.`,
    '',
    '### Calls',
    '',
    'Nothing else is ever sent to this marketplace. A write that may have arrived is looked up before it is sent again.',
    '',
    ...table(
      ['Call', 'Request', 'Kind', 'Bucket'],
      Object.entries(edition.operations).map(([name, { method, path, intent, bucket }]) => [
        code(name),
        code(`${method} ${path}`),
        code(intent),
        code(bucket),
      ]),
    ),
    '',
    '### Feeds',
    '',
    ...feeds(edition.feeds),
    '',
    ...errorsOf(edition),
    '### Statuses',
    '',
    ...table(
      ['At the marketplace', 'In Moa'],
      Object.entries(edition.statuses).map(([native, status]) => [
        code(native),
        status === null ? '–' : code(status),
      ]),
    ),
    '',
    "The marketplace's own word is always kept beside Moa's. One that is not in this table is shown as it is, without a",
    'guess. Quantities and claims of a line can lead to another status than its word alone.',
  ];
}

function hosts({ baseUrl, hosts: others }: Edition): string {
  return [...new Set([baseUrl, ...Object.values(others ?? {})])].map((url) => `<${url}>`).join(', ');
}

function claimsOf(edition: Edition): readonly string[] {
  const { claims, sellerCancel, claimTimers, penalties, shipWithinBusinessDays: days } = edition;
  if (claims === undefined) return [];
  return [
    '### Claims',
    '',
    ...table(
      ['Action', 'Taken in', 'Leads to', 'Needs', 'In one call', 'Here it means, and mind'],
      claimActions(edition).map(([action, facts]) => [
        code(action),
        facts.from.map(code).join(', '),
        leadsTo(facts),
        inputs(facts),
        String(facts.perCall),
        [facts.means, facts.warns, edition.tooEarly?.[action]?.says]
          .flatMap((told) => (told === undefined ? [] : [both(told)]))
          .join('<br>') || '–',
      ]),
    ),
    '',
    ...reasonsOf(edition),
    ...(sellerCancel === undefined ? [] : cancelBySeller(sellerCancel)),
    ...(days === undefined
      ? []
      : [`An order that tells no day of its own is due ${days} business days after it was paid.`, '']),
    ...(claimTimers === undefined || claimTimers.length === 0 ? [] : timers(claimTimers)),
    ...(penalties === undefined || penalties.length === 0 ? [] : penaltiesOf(penalties)),
  ];
}

function leadsTo({ leadsTo: states, becomes }: ClaimActionFacts): string {
  const turns = becomes === undefined ? [] : [`becomes a ${becomes}`];
  return [...states.map(code), ...turns].join(', ') || '–';
}

const INPUTS: Readonly<Record<ClaimInput, string>> = {
  text: 'a text',
  reason: 'a reason',
  shipment: 'carrier and invoice',
  fee: 'an amount',
  fault: 'whose fault it is',
};

function inputs({ needs, takes = [] }: ClaimActionFacts): string {
  const optional = takes.map((input) => `${INPUTS[input]} (optional)`);
  return [...needs.map((input) => INPUTS[input]), ...optional].join(', ') || '–';
}

/** Actions that take the same reasons share a table. */
function reasonsOf(edition: Edition): readonly string[] {
  const withReasons = claimActions(edition).filter(([, { reasons = [] }]) => reasons.length > 0);
  const groups = Map.groupBy(withReasons, ([, { reasons }]) => JSON.stringify(reasons));
  return [...groups.values()].flatMap((group) => [
    `Reasons for ${group.map(([action]) => code(action)).join(', ')}:`,
    '',
    ...reasonTable(group[0]?.[1].reasons ?? []),
  ]);
}

function reasonTable(reasons: SellerCancelFacts['reasons']): readonly string[] {
  return [
    ...table(
      ['Reason', 'In words', 'Admits the fault of'],
      reasons.map(({ code: reason, says, fault }) => [code(reason), both(says), fault ?? '–']),
    ),
    '',
  ];
}

function cancelBySeller({ from, partly, reasons, warns }: SellerCancelFacts): readonly string[] {
  return [
    `The seller may cancel by himself in ${from.map(code).join(', ')}, ${
      partly ? 'also a part of a line’s quantity' : 'whole lines only'
    }.${warns === undefined ? '' : ` ${text(warns.en)} ${text(warns.ko)}`} Reasons:`,
    '',
    ...reasonTable(reasons),
  ];
}

const DUTIES: Readonly<Record<ClaimTimer['must'], string>> = {
  answer: 'an answer',
  refund: 'the refund',
  reship: 'the replacement',
};

function timers(rows: readonly ClaimTimer[]): readonly string[] {
  return [
    'Clocks that run. By law every return is refunded within three business days after the goods came back, so that',
    'deadline is shown too where the marketplace names none.',
    '',
    ...table(
      ['Claim', 'While', 'What must happen', 'Within', 'Then', 'What it means'],
      rows.map(({ kind, in: states, must, from, within, atEnd, says }) => [
        kind,
        states.map(code).join(', '),
        DUTIES[must],
        `${span(within)} after it was ${from}`,
        atEnd === 'decides' ? 'the marketplace decides' : 'it counts against the seller',
        both(says),
      ]),
    ),
    '',
  ];
}

function span(within: ClaimTimer['within']): string {
  if ('businessDays' in within) return plural(within.businessDays, 'business day');
  return 'days' in within ? plural(within.days, 'day') : plural(within.hours, 'hour');
}

function plural(amount: number, one: string): string {
  return `${amount} ${one}${amount === 1 ? '' : 's'}`;
}

function penaltiesOf(rows: readonly Penalty[]): readonly string[] {
  return [
    'What it costs the seller. Rules change; the source tells where each was found.',
    '',
    ...table(
      ['On', 'Fault', 'Points', 'Rule', 'Source'],
      rows.map(({ on, fault, points, says, source }) => [
        on.replaceAll('_', ' '),
        fault ?? '–',
        points === null ? '–' : String(points),
        both(says),
        text(source),
      ]),
    ),
    '',
  ];
}

function errorsOf({ errors = [] }: Edition): readonly string[] {
  if (errors.length === 0) return [];
  return [
    '### Errors',
    '',
    "What the marketplace's own codes mean. One that is not here is shown with its text and counts as unexplained.",
    '',
    ...table(
      ['Code', 'Where', 'Class', 'In words'],
      errors.map(({ code: native, where, reason, says }) => [
        code(native),
        where === undefined ? '–' : text(where),
        code(reason),
        both(says),
      ]),
    ),
    '',
  ];
}

function offersInOneCall({ batch, offerRules }: Edition): readonly string[] {
  return [
    ...(batch.stock === undefined || batch.prices === undefined
      ? []
      : [`- Offers in one call: ${batch.stock} to set stock, ${batch.prices} to set prices.`]),
    ...(offerRules === undefined ? [] : [`- Prices are whole multiples of ${offerRules.priceStep}.`]),
  ];
}

function feeds(rows: readonly FeedFacts[]): readonly string[] {
  const every = duration(readSettings({}).pullEveryMs);
  return [
    ...table(
      ['Feed', 'What it reads', 'Read', 'Reaches back', 'Leaves out the newest'],
      rows.map(({ name: feed, reads, everyMs, reachMs, reachFrom, lateMs }) => [
        feed,
        reads,
        everyMs === 0 ? 'at every pull' : `every ${duration(everyMs)}`,
        reachFrom === 'now' ? duration(reachMs) : `to ${duration(reachMs)} before where it was left`,
        lateMs === 0 ? '–' : duration(lateMs),
      ]),
    ),
    '',
    `A pull begins ${every} after the last one ended (\`MOA_PULL_SECONDS\`), or when somebody asks for it. What is read`,
    'every so often is read at the first pull after its time has come. The feeds go back no further than the day the',
    'seller chose when the shop was connected.',
  ];
}

function limits({ limits: rows, margin, parallel, penaltyMs }: Bucket): readonly string[] {
  return [
    rows.map((limit) => published(limit)).join('<br>'),
    `${Math.round(margin * 100)} %`,
    rows.map(({ calls, perMs }) => perTime(Number((calls * margin).toFixed(2)), perMs)).join('<br>'),
    parallel === undefined ? '–' : String(parallel),
    duration(penaltyMs),
  ];
}

function published({ calls, perMs, burst }: Limit): string {
  if (burst === undefined) return perTime(calls, perMs);
  return `${perTime(calls, perMs)}, ${burst === 'any' ? 'at any moment of it' : `${burst} at once`}`;
}

function perTime(calls: number, ms: number): string {
  return `${calls} in ${duration(ms)}`;
}

function carriers(): readonly string[] {
  return [
    '## Carriers',
    '',
    "A carrier may be written as Moa's id, as its name, under a usual alias, or as the marketplace's own code. A code the",
    'marketplace takes and Moa has no carrier for is passed on as it is. What nobody knows is refused with the list of',
    'choices, never replaced by another carrier.',
    '',
    ...table(
      ['', ...CASTS.map(({ name }) => name)],
      [
        ['Carriers with an id', ...CASTS.map(({ edition }) => count(edition.carriers.codeOf))],
        ['Other words read for them', ...CASTS.map(({ edition }) => count(edition.carriers.alsoMeans))],
        ['Codes only it has', ...CASTS.map(({ edition }) => String(edition.carriers.nativeOnly.length))],
      ],
    ),
    '',
    ...table(
      ['Id', 'Carrier', ...CASTS.map(({ name }) => name)],
      CARRIERS.map(({ id, names: { ko, en } }) => [
        code(id),
        ko === en ? text(en) : `${text(en)}<br>${text(ko)}`,
        ...CASTS.map(({ edition }) => optionalCode(edition.carriers.codeOf[id])),
      ]),
    ),
  ];
}

function count(entries: Readonly<Record<string, string>>): string {
  return String(Object.keys(entries).length);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function both({ en, ko }: Localized): string {
  return en === ko ? text(en) : `${text(en)}<br>${text(ko)}`;
}

/** Signs that Markdown, or the mathematics in it, would take for its own. */
function text(plain: string): string {
  return plain.replace(/[\\`*_<>|$[\]]/g, (sign) => `\\${sign}`);
}

function code(plain: string): string {
  return `\`${plain}\``;
}

function optionalCode(plain: string | undefined): string {
  return plain === undefined ? '–' : code(plain);
}

const UNITS = [
  { ms: DAY_MS, one: 'day' },
  { ms: HOUR_MS, one: 'hour' },
  { ms: MINUTE_MS, one: 'minute' },
  { ms: SECOND_MS, one: 'second' },
] as const;

/** A duration in its largest fitting unit; days are counted in full, as calendars do. */
function duration(ms: number): string {
  const { ms: unit, one } = UNITS.find((candidate) => ms >= candidate.ms) ?? UNITS[3];
  const amount = unit === DAY_MS ? Math.ceil(ms / unit) : Number((ms / unit).toFixed(1));
  return `${amount} ${one}${amount === 1 ? '' : 's'}`;
}

if (process.argv.includes('--write')) writeFileSync(PAGE, page());
else process.stdout.write(page());
