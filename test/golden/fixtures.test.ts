import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMarketplace } from '../../src/marketplaces/registry.ts';
import { parseFixture, replay } from './replay.ts';
import { complaintsAbout } from './scan.ts';

/**
 * Golden fixtures: `src/marketplaces/<marketplace>/<edition>/fixtures/*.json`, found by themselves. Each tells one call of a
 * desk, the HTTP it must cause, byte for byte, with what the marketplace answered, and the unified result:
 *
 * ```json
 * {
 *   "name": "what this shows",
 *   "now": "2026-11-21T01:02:03.000Z",
 *   "account": { "credentials": { "vendor_id": "A00012345" }, "keyExpiresAt": null },
 *   "call": { "do": "read", "ids": ["15100012345678"] },
 *   "exchanges": [
 *     {
 *       "request": { "method": "GET", "path": "/v2/…", "query": "a=1", "headers": { "x": "y" }, "body": {} },
 *       "answer": { "status": 200, "headers": { "date": "…" }, "body": {} }
 *     }
 *   ],
 *   "expected": {}
 * }
 * ```
 *
 * - `now` stands still, so time stamps and signatures are reproducible.
 * - `call.do`: `test` · `changes` {cursor, since} (a cursor that is not a text is printed as JSON) ·
 *   `placedBetween` {from, to} · `read` {ids} · `acknowledge`, `ship`, `changeInvoice`, `delay`, `split`, `hold`, `release`,
 *   `cancel` {targets} · `act` {action, targets} · `readClaims` {refs} ·
 *   `readStock` {ids} · `setStock`, `setPrices` {targets}.
 * - `exchanges` are met in this order, all of them and no more. Repeats by the gate count as exchanges.
 * - `request.query` is the raw text without `?` (default empty). `request.headers` lists only the headers to
 *   compare; one that must be absent is `""`. `request.body` is compared as JSON, digit for digit (18-digit
 *   numbers stay numbers, `"1"` is not `1`), or as raw text if it is a JSON string. Left out: no body is sent.
 * - `answer.body` goes out as JSON, digit for digit, or raw if it is a JSON string; `answer.xml` instead of it goes out in
 *   CP949. Status defaults to 200.
 * - `expected`: `test` a ConnectionReport · `changes` and `placedBetween` a list of {feed, windows, items} ·
 *   `read` an OrdersNow · `readClaims` a ClaimsNow · `act` a list of ClaimOutcome · `readStock` an OffersNow · writes a list of Outcome · or, where the call throws MarketplaceError, `{ "trouble": {…} }`
 *   with every field of the trouble but `cause`.
 */
const CONNECTORS = join(import.meta.dirname, '..', '..', 'src', 'marketplaces');

function fixturePaths(): string[] {
  return readdirSync(CONNECTORS, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/\\]+[/\\][^/\\]+[/\\]fixtures[/\\][^/\\]+\.json$/.test(path))
    .sort();
}

describe('golden fixtures', () => {
  for (const path of fixturePaths()) {
    const [marketplace = '', editionName = ''] = path.split(/[/\\]/);
    const edition = findMarketplace(marketplace.replaceAll('-', '_'))?.editions[editionName];
    it(`${marketplace} ${editionName}: ${basename(path, '.json')}`, async () => {
      if (edition === undefined) throw new Error(`no edition ${editionName} of ${marketplace}`);
      const fixture = parseFixture(readFileSync(join(CONNECTORS, path), 'utf8'));
      const { requests, result } = await replay(edition, fixture);
      expect(requests).toEqual(fixture.exchanges.map(({ request }) => request));
      expect(result).toEqual(fixture.expected);
      expect(complaintsAbout(fixture.expected, edition)).toEqual([]);
    });
  }
});
