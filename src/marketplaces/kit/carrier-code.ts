import { CARRIERS, findCarrier, normaliseCarrierName } from '../../domain/carrier.ts';
import type { CarrierTable } from './edition.ts';
import type { Localized } from './localized.ts';

export type CarrierChoice =
  | { readonly found: true; readonly code: string }
  | {
      readonly found: false;
      readonly choices: readonly { readonly id: string; readonly name: Localized; readonly code: string }[];
    };

/**
 * Translates what a person or program wrote for a carrier (hub id, common name, guide code, native code) into
 * the marketplace's code. Without a mapping it lists the choices; it never falls back to another carrier.
 */
export function carrierCode(table: CarrierTable, written: string): CarrierChoice {
  const carrier = findCarrier(written);
  const mapped = carrier === undefined ? undefined : table.codeOf[carrier.id];
  if (mapped !== undefined) return { found: true, code: mapped };
  const folded = normaliseCarrierName(written);
  const natives = [...Object.values(table.codeOf), ...table.nativeOnly];
  const native = natives.find((code) => normaliseCarrierName(code) === folded);
  if (native !== undefined) return { found: true, code: native };
  return {
    found: false,
    choices: CARRIERS.flatMap(({ id, names }) => {
      const code = table.codeOf[id];
      return code === undefined ? [] : [{ id, name: names, code }];
    }),
  };
}

const INVERSES = new WeakMap<CarrierTable, ReadonlyMap<string, string | null>>();

function inverseOf(table: CarrierTable): ReadonlyMap<string, string | null> {
  const known = INVERSES.get(table);
  if (known !== undefined) return known;
  const inverse = new Map<string, string | null>();
  // In Naver `CU` is a quick delivery and not the CU parcel that the name means elsewhere.
  for (const code of table.nativeOnly) inverse.set(normaliseCarrierName(code), null);
  for (const [id, code] of Object.entries(table.codeOf)) inverse.set(normaliseCarrierName(code), id);
  for (const [name, id] of Object.entries(table.alsoMeans)) inverse.set(normaliseCarrierName(name), id);
  INVERSES.set(table, inverse);
  return inverse;
}

/**
 * The hub's carrier for a code or display name that the marketplace sent, or null when nobody mapped it. The
 * marketplace's own table goes first, since one code can mean different carriers in different places.
 */
export function carrierIdOf(table: CarrierTable, native: string): string | null {
  const known = inverseOf(table).get(normaliseCarrierName(native));
  return known === undefined ? (findCarrier(native)?.id ?? null) : known;
}
