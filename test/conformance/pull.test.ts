import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FULFILMENT_LADDER } from '../../src/domain/status.ts';
import type { SyncRun } from '../../src/store/sync-runs.ts';
import { knownContacts } from './known.ts';
import { proves } from './proves.ts';
import type { Scene } from './scene.ts';
import { openStage, type Stage } from './stage.ts';
import type { Oddity, TrueContact, TrueLine, TrueOrder } from './world.ts';
import { CASTS } from './worlds/all.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe.each(CASTS)('the first pull of a whole shop: $name', (cast) => {
  let scene: Scene;
  let run: SyncRun;
  let truth: readonly TrueOrder[];
  let known: readonly TrueOrder[];
  let contacts: ReadonlyMap<string, TrueContact>;

  beforeAll(async () => {
    scene = await stage.open(cast, { orders: 400 });
    await stage.passTime(10_000);
    run = await scene.pull();
    truth = await scene.market.orders();
    known = await scene.known();
    contacts = await knownContacts(stage.hub, scene.owner, scene.account);
  });

  async function odd(oddity: Oddity): Promise<readonly TrueOrder[]> {
    const ids = await scene.market.odd(oddity);
    expect(ids).not.toEqual([]);
    return known.filter(({ id }) => ids.includes(id));
  }
  const has = (oddity: Oddity) => cast.world.oddities.includes(oddity);
  const linesOf = (orders: readonly TrueOrder[]): readonly TrueLine[] => orders.flatMap(({ lines }) => lines);

  test('brings every order once, as the marketplace has it', () => {
    expect(truth.length).toBeGreaterThan(350);
    expect(known).toEqual(truth);
    expect(run).toMatchObject({ status: 'success', created: truth.length, failed: 0, trouble: null });
    proves(cast, 'orders.changes');
  });

  test('meets orders in every stage of life', () => {
    const statuses = new Set(linesOf(known).map(({ status }) => status));
    const told = new Set(Object.values(cast.edition.statuses));
    for (const status of FULFILMENT_LADDER) {
      if (told.has(status)) expect(statuses).toContain(status);
    }
    const strange = linesOf(known).filter(({ status }) => status === null);
    for (const { native } of strange) expect(cast.edition.statuses).toHaveProperty([native], null);
  });

  test('leaves out what is no order of the seller', async ({ skip }) => {
    const { market } = scene;
    if (market.hidden === undefined) return skip();
    const hidden = await market.hidden();
    expect(hidden).not.toEqual([]);
    expect(known.filter(({ id }) => hidden.includes(id))).toEqual([]);
  });

  test('keeps the contact of every package', async () => {
    const possible = await scene.market.contacts();
    expect([...contacts.keys()].sort()).toEqual([...possible.keys()].sort());
    for (const [key, contact] of contacts) expect(possible.get(key)).toContainEqual(contact);
  });

  test.runIf(has('several_packages'))('keeps several packages of one order apart', async () => {
    for (const { packages, lines } of await odd('several_packages')) {
      expect(packages.length).toBeGreaterThan(1);
      expect(new Set(lines.map(({ packageKey }) => packageKey))).toEqual(
        new Set(packages.map(({ key }) => key)),
      );
    }
  });

  test('keeps long ids digit for digit', () => {
    const keys = known.flatMap(({ packages }) => packages.map(({ key }) => key));
    const rounded = keys.filter((key) => String(Number(key)) !== key);
    expect(rounded.length > 0).toBe(cast.world.longIds);
    expect(new Set(keys)).toEqual(new Set(truth.flatMap(({ packages }) => packages.map(({ key }) => key))));
  });

  test.runIf(has('several_units'))('counts several units of one line', async () => {
    const quantities = linesOf(await odd('several_units')).map(({ quantity }) => quantity);
    expect(Math.max(...quantities)).toBeGreaterThan(1);
  });

  test.runIf(has('no_phone'))('leaves a missing telephone missing', async () => {
    const keys = (await odd('no_phone')).flatMap(({ packages }) => packages.map(({ key }) => key));
    for (const key of keys) {
      expect(contacts.get(key)?.receiver).toMatchObject({
        name: expect.any(String),
        phone: null,
        safePhone: null,
      });
    }
  });

  test.runIf(has('unlisted_carrier'))('keeps a carrier nobody knows in its own words', async () => {
    const strange = linesOf(await odd('unlisted_carrier')).filter(({ carrier }) => carrier !== null);
    expect(strange.length).toBeGreaterThan(0);
    for (const line of strange) expect(line).toMatchObject({ carrierId: null, invoice: expect.any(String) });
  });

  test.runIf(has('tax_free'))('tells tax-free goods where the marketplace does', async () => {
    const told = new Set(linesOf(await odd('tax_free')).map(({ taxFree }) => taxFree));
    expect(told).toEqual(new Set([cast.world.tellsTax ? true : null]));
  });

  test.runIf(has('island'))('keeps the surcharge for islands apart from the shipping fee', async () => {
    const fees = (await odd('island')).flatMap(({ packages }) => packages);
    for (const { remoteAreaFee } of fees) expect(remoteAreaFee).toBeGreaterThan(0);
    expect(known.flatMap(({ packages }) => packages).some(({ remoteAreaFee }) => remoteAreaFee === 0)).toBe(
      true,
    );
  });
});
