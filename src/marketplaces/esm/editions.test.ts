import { describe, expect, it } from 'vitest';
import { CLAIM_KINDS, hasState } from '../../domain/claim.ts';
import { CLAIM_ACTIONS, kindOfAction } from '../../domain/claim-action.ts';
import { carrierCode, carrierIdOf } from '../kit/carrier-code.ts';
import { credentialFields } from '../kit/credential-fields.ts';
import { esm } from './descriptor.ts';
import { CLAIM_CALLS as GUIDE_CALLS } from './guide/claims.ts';
import { CLAIM_STATUSES as GUIDE_CLAIM_STATUSES } from './guide/statuses.ts';
import { CARRIERS } from './official/carriers.ts';
import { CLAIM_CALLS } from './official/claim-calls.ts';
import { CLAIM_STATUSES } from './official/claim-states.ts';
import { readPage } from './official/read-page.ts';

const EDITIONS = Object.values(esm.editions);
const WRITES = [...['acknowledge', 'ship', 'split', 'changeInvoice', 'delay', 'hold', 'release', 'cancel']];

describe.each(EDITIONS)('edition $name', (edition) => {
  const open = () =>
    edition.open({
      credentials: Object.fromEntries(credentialFields(esm, edition).map(({ name }) => [name, name])),
      keyExpiresAt: null,
      clock: () => new Date(0),
      gate: {
        ask: () => Promise.reject(new Error('not here')),
        tokens: { current: () => Promise.reject(new Error('not here')), drop: () => Promise.resolve() },
      },
    });
  const gaps = edition.unsupported.map(({ operation }) => operation);

  it('offers every action on claims, or says what to do instead', () => {
    for (const action of CLAIM_ACTIONS) {
      const offered = edition.claims?.[action] !== undefined;
      expect(offered, action).toBe(!gaps.includes(`claims.${action}`));
      expect((edition.name === 'guide' ? GUIDE_CALLS : CLAIM_CALLS)[action] !== undefined, action).toBe(
        offered,
      );
    }
  });

  it('offers every write about orders with a promise, or says what to do instead', () => {
    const desk = open().orders;
    for (const write of WRITES) {
      const offered = write in desk;
      expect(offered, write).toBe(edition.promises[write] !== undefined);
      expect(offered, write).toBe(!gaps.includes(`orders.${write}`));
    }
  });

  it('names states that claims of the kind know', () => {
    for (const action of CLAIM_ACTIONS) {
      const facts = edition.claims?.[action];
      for (const state of [...(facts?.from ?? []), ...(facts?.leadsTo ?? [])]) {
        expect(hasState(kindOfAction(action), state), `${action} ${state}`).toBe(true);
      }
    }
    for (const statuses of [CLAIM_STATUSES, GUIDE_CLAIM_STATUSES]) {
      for (const kind of CLAIM_KINDS) {
        for (const state of Object.values(statuses[kind])) expect(hasState(kind, state)).toBe(true);
      }
    }
  });

  it('has feeds of different names', () => {
    expect(new Set(edition.feeds.map(({ name }) => name)).size).toBe(edition.feeds.length);
  });
});

describe('carriers', () => {
  it('have one code each, and come back as what they were sent for', () => {
    const codes = Object.values(CARRIERS.codeOf);
    expect(new Set(codes).size).toBe(codes.length);
    expect(CARRIERS.nativeOnly.filter((code) => codes.includes(code))).toEqual([]);
    for (const [id, code] of Object.entries(CARRIERS.codeOf)) {
      expect(carrierCode(CARRIERS, id)).toEqual({ found: true, code });
      expect(carrierIdOf(CARRIERS, code)).toBe(id);
    }
  });

  it.each([
    ['CJ 대한통운 택배', 'cj'],
    ['한진택배', 'hanjin'],
    ['10065', 'cj'],
    ['자체배송', 'direct'],
    ['10188', null],
    ['어떤택배', null],
  ])('%s is %s', (native, id) => {
    expect(carrierIdOf(CARRIERS, native)).toBe(id);
  });
});

describe('a page', () => {
  it('is read from its text, whatever the case of its keys', () => {
    const row = {
      ...{ orderstatus: 2, ORDERNO: 4300000001, OrderDate: '2026-11-21T09:12:33.1', PayDate: null },
      ...{ SiteGoodsNo: 'B1', GoodsName: '컵', SalePrice: '1000.0000', ContrAmount: 1, BuyerID: 'hub**' },
    };
    const [read, broken] = readPage(
      JSON.stringify({ resultCode: 0, data: { SiteType: 1, RequestOrders: [row, { ORDERNO: 7 }] } }),
    );
    expect(read).toMatchObject({ kind: 'order', order: { nativeOrderId: 'A:4300000001' } });
    expect(JSON.stringify(read?.kind === 'order' && read.order.lines)).not.toContain('hub**');
    expect(broken).toMatchObject({ kind: 'unreadable', nativeOrderId: 'A:7' });
    expect(readPage('{"ResultCode":0,"Data":null}')).toEqual([]);
  });
});
