import type { ShopPlace } from '../../../kit/catalog.ts';
import { SITES, type Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { idAt, memberAt, rowsIn, textAt } from './members.ts';
import { SITE_LABELS } from './sites.ts';

/**
 * What the seller has set up (sheet §3.2). The sheet names no mark of a usual place, so the first one is; the usual
 * address for returns is that of the usual place. Fees of a draft are its own, so none of the policies is usual.
 */
export async function readPlaces(ask: Ask, sites: readonly Site[]): Promise<readonly ShopPlace[]> {
  const shipFrom = await readShippingPlaces(ask, sites);
  const addresses = await readAddresses(ask, sites);
  const usualAddress = addresses.find(({ id }) => id === shipFrom[0]?.addrNo)?.id ?? addresses[0]?.id ?? null;
  const policies: ShopPlace[] = [];
  for (const place of shipFrom) policies.push(...(await readPolicies(ask, sites, place)));
  return [
    ...shipFrom.map(({ id, name }, nth) => ({ kind: 'ship_from' as const, id, name, usual: nth === 0 })),
    ...addresses.map(({ id, name }) => ({
      kind: 'return_to' as const,
      id,
      name,
      usual: id === usualAddress,
    })),
    ...policies,
    ...(await readDispatchPlaces(ask, sites)),
  ];
}

interface ShippingPlace {
  readonly id: string;
  readonly name: string;
  readonly addrNo: string | null;
}

function readShippingPlaces(ask: Ask, site: readonly Site[]): Promise<readonly ShippingPlace[]> {
  return ask({
    operation: 'shippingPlaces',
    site,
    decode: (json) =>
      rowsIn(json).map((row) => {
        const id = idAt(row, 'placeNo');
        return { id, name: textAt(row, 'placeName') ?? id, addrNo: textAt(row, 'addrNo') };
      }),
  });
}

function readAddresses(ask: Ask, site: readonly Site[]): Promise<readonly Omit<ShippingPlace, 'addrNo'>[]> {
  return ask({
    operation: 'addresses',
    site,
    decode: (json) =>
      rowsIn(json).map((row) => {
        const id = idAt(row, 'addrNo');
        return { id, name: textAt(row, 'addrName') ?? id };
      }),
  });
}

/** `feeType` of a policy for what leaves a place together (E:18). */
const FEES: Readonly<Record<string, string>> = { '1': '무료', '2': '유료', '3': '조건부 무료' };

function readPolicies(
  ask: Ask,
  site: readonly Site[],
  { id: placeNo, name }: ShippingPlace,
): Promise<readonly ShopPlace[]> {
  return ask({
    operation: 'shippingPolicies',
    site,
    params: { placeNo },
    decode: (json) =>
      rowsIn(json).map((row): ShopPlace => {
        const feeType = textAt(row, 'feeType') ?? '';
        const fee = textAt(row, 'fee');
        return {
          kind: 'delivery_policy',
          id: idAt(row, 'policyNo'),
          name: [name, FEES[feeType] ?? feeType, fee].filter((part) => part !== null).join(' '),
          usual: false,
        };
      }),
  });
}

interface DispatchPolicy {
  readonly no: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** Each site has policies of its own, so a choice is one of each: those of one name, and the usual ones (E:19). */
async function readDispatchPlaces(ask: Ask, sites: readonly Site[]): Promise<readonly ShopPlace[]> {
  const bySite = new Map<Site, readonly DispatchPolicy[]>();
  for (const site of SITES) {
    if (sites.includes(site)) bySite.set(site, await readDispatchPolicies(ask, site));
  }
  const usual = dispatchPlace(bySite, ({ isDefault }) => isDefault, true);
  const names = new Set([...bySite.values()].flatMap((own) => own.map(({ name }) => name)));
  const others = [...names].flatMap((name) => dispatchPlace(bySite, (policy) => policy.name === name, false));
  return [...usual, ...others.filter(({ id }) => id !== usual[0]?.id)];
}

/** Policies are written and read with the token of the one site (sheet §1). */
function readDispatchPolicies(ask: Ask, site: Site): Promise<readonly DispatchPolicy[]> {
  return ask({
    operation: 'dispatchPolicies',
    site,
    decode: (json) => {
      const rows = rowsIn(json).map((row) => {
        const no = textAt(row, 'dispatchPolicyNo') ?? idAt(row, 'policyNo');
        return { no, name: textAt(row, 'policyName') ?? no, isDefault: memberAt(row, 'isDefault') === true };
      });
      // Where none is marked the first one is the usual.
      return rows.some(({ isDefault }) => isDefault)
        ? rows
        : rows.map((row, nth) => ({ ...row, isDefault: nth === 0 }));
    },
  });
}

function dispatchPlace(
  bySite: ReadonlyMap<Site, readonly DispatchPolicy[]>,
  fits: (policy: DispatchPolicy) => boolean,
  usual: boolean,
): readonly ShopPlace[] {
  const chosen = [...bySite].flatMap(([site, policies]) => {
    const policy = policies.find(fits);
    return policy === undefined ? [] : [{ site, policy }];
  });
  if (chosen.length < bySite.size || chosen.length === 0) return [];
  const names = [...new Set(chosen.map(({ policy }) => policy.name))];
  return [
    {
      kind: 'dispatch_policy',
      id: chosen.map(({ site, policy }) => `${site}:${policy.no}`).join(','),
      name:
        names.length === 1
          ? (names[0] ?? '')
          : chosen.map(({ site, policy }) => `${SITE_LABELS[site]} ${policy.name}`).join(' / '),
      usual,
    },
  ];
}

/** The policies of each site in an id that `readPlaces` gave. */
export function dispatchPolicyNumbers(id: string): ReadonlyMap<Site, number> {
  const pairs = id.split(',').map((pair) => /^([GA]):(\d+)$/.exec(pair));
  return new Map(
    pairs.flatMap((pair) => {
      const site = SITES.find((one) => one === pair?.[1]);
      return site === undefined ? [] : [[site, Number(pair?.[2])]];
    }),
  );
}
