import { XMLParser } from 'fast-xml-parser';
import iconv from 'iconv-lite';
import { readPage as coupangGuide } from '../src/marketplaces/coupang/guide/read-page.ts';
import { readPage as coupangOfficial } from '../src/marketplaces/coupang/official/read-page.ts';
import { readPage as elevenStreetGuide } from '../src/marketplaces/eleventh-street/guide/read-page.ts';
import { readPage as elevenStreetOfficial } from '../src/marketplaces/eleventh-street/official/read-page.ts';
import { readPage as esmGuide } from '../src/marketplaces/esm/guide/read-page.ts';
import { readPage as esmOfficial } from '../src/marketplaces/esm/official/read-page.ts';
import type { OrderRead } from '../src/marketplaces/kit/shop.ts';
import { readPage as naverGuide } from '../src/marketplaces/naver/guide/read-page.ts';
import { readPage as naverOfficial } from '../src/marketplaces/naver/official/read-page.ts';
import { longestPages } from './market-pages.ts';
import { sandboxProcess } from './sandbox.ts';

interface Reader {
  readonly platform: string;
  readonly edition: string;
  /** The call whose answers hold whole orders. */
  readonly operation: string;
  readonly read: (bytes: Buffer) => readonly OrderRead[];
  /** What nobody can do without: the bytes parsed and nothing else. */
  readonly floor: (bytes: Buffer) => unknown;
}

const parseJson = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));
const json =
  (read: (text: string) => readonly OrderRead[]) =>
  (bytes: Buffer): readonly OrderRead[] =>
    read(bytes.toString('utf8'));

const plainXml = new XMLParser({ ignoreAttributes: true, parseTagValue: false });
const parseXml = (bytes: Buffer): unknown => plainXml.parse(iconv.decode(bytes, 'cp949'));

const READERS: readonly Reader[] = [
  {
    platform: 'naver',
    edition: 'official',
    operation: 'productOrderDetails',
    read: json(naverOfficial),
    floor: parseJson,
  },
  {
    platform: 'naver',
    edition: 'guide',
    operation: 'changedOrders',
    read: json(naverGuide),
    floor: parseJson,
  },
  {
    platform: 'coupang',
    edition: 'official',
    operation: 'ordersheets',
    read: json(coupangOfficial),
    floor: parseJson,
  },
  {
    platform: 'coupang',
    edition: 'guide',
    operation: 'orders',
    read: json(coupangGuide),
    floor: parseJson,
  },
  {
    platform: 'eleventh_street',
    edition: 'official',
    operation: 'complete',
    read: (bytes) => elevenStreetOfficial(bytes),
    floor: parseXml,
  },
  {
    platform: 'eleventh_street',
    edition: 'guide',
    operation: 'orders',
    read: json(elevenStreetGuide),
    floor: parseJson,
  },
  {
    platform: 'esm',
    edition: 'official',
    operation: 'ordersGmarket',
    read: json(esmOfficial),
    floor: parseJson,
  },
  { platform: 'esm', edition: 'guide', operation: 'orders', read: json(esmGuide), floor: parseJson },
];

/** One turn of either side takes about this long. */
const TURN_MS = 100;
const TURNS = 15;

/**
 * How fast each edition reads full pages of orders that the sandbox wrote, parsing and translating and nothing else,
 * beside the parser alone on the same bytes. Both take turns, and the middle one of their ratios counts.
 */
export async function markets(): Promise<Record<string, unknown>> {
  const only = process.argv[3];
  const sandbox = await sandboxProcess();
  const results: Record<string, unknown>[] = [];
  try {
    for (const reader of READERS) {
      const { platform, edition, operation, read, floor } = reader;
      if (only !== undefined && only !== `${platform}/${edition}`) continue;
      const pages = await longestPages(sandbox, platform, edition, operation);
      const orders = pages.flatMap(read).filter(({ kind }) => kind === 'order').length;
      const setAside = pages.flatMap(read).filter(({ kind }) => kind === 'unreadable').length;
      const rounds = roundsFor(pages, floor);
      // Both sides are compiled before anything counts.
      timed(pages, floor, rounds);
      timed(pages, read, rounds);
      const turns = Array.from({ length: TURNS }, () => {
        const floorMs = timed(pages, floor, rounds);
        const readMs = timed(pages, read, rounds);
        return { ratio: floorMs / readMs, perSecond: (orders * rounds) / (readMs / 1000) };
      });
      const result = {
        platform,
        edition,
        pageKb: Math.round((pages[0]?.length ?? 0) / 1024),
        ordersPerPage: Math.round(orders / pages.length),
        setAside,
        ordersPerSecond: Math.round(middle(turns.map(({ perSecond }) => perSecond))),
        ratioToFloor: Number(middle(turns.map(({ ratio }) => ratio)).toFixed(3)),
      };
      results.push(result);
      console.log(JSON.stringify(result));
    }
  } finally {
    await sandbox.stop();
  }
  return { results };
}

function roundsFor(pages: readonly Buffer[], floor: (bytes: Buffer) => unknown): number {
  timed(pages, floor, 2);
  return Math.max(1, Math.round(TURN_MS / timed(pages, floor, 1)));
}

function timed(pages: readonly Buffer[], work: (bytes: Buffer) => unknown, rounds: number): number {
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round++) {
    for (const page of pages) work(page);
  }
  return performance.now() - startedAt;
}

function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
