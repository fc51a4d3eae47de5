import { sql } from 'kysely';
import type { DatedFeeRate } from '../../domain/pricing/fees.ts';
import type { OwnerScope } from '../scope.ts';

/** A rate that the owner has told, for one marketplace. */
export interface StoredFeeRate extends DatedFeeRate {
  readonly id: number;
  readonly platform: string;
  readonly setBy: string;
  readonly setAt: Date;
}

interface RateRow {
  readonly id: number;
  readonly platform: string;
  readonly native_category_id: string | null;
  readonly sale_bp: number;
  readonly shipping_bp: number;
  readonly payment_bp: number;
  readonly fixed: number;
  readonly vat_included: boolean;
  readonly valid_from: string;
  readonly source: string;
  readonly checked_on: string;
  readonly set_by: string;
  readonly set_at: Date;
}

const COLUMNS = sql`id, platform, native_category_id, sale_bp, shipping_bp, payment_bp, fixed, vat_included,
  to_char(valid_from, 'YYYY-MM-DD') as valid_from, source, to_char(checked_on, 'YYYY-MM-DD') as checked_on, set_by, set_at`;

/** Every rate the owner has told, by marketplace, category and day. */
export async function listFeeRates(scope: OwnerScope): Promise<readonly StoredFeeRate[]> {
  const { rows } = await sql<RateRow>`
    select ${COLUMNS} from fee_rates where owner_id = ${scope.owner}
    order by platform, native_category_id nulls first, fee_rates.valid_from desc`.execute(scope.trx);
  return rows.map(rateFrom);
}

/** Tells a rate; one for the same marketplace, category and day is replaced. */
export async function setFeeRate(
  scope: OwnerScope,
  platform: string,
  rate: DatedFeeRate,
  actor: string,
): Promise<StoredFeeRate> {
  const { rows } = await sql<RateRow>`
    insert into fee_rates (owner_id, platform, native_category_id, sale_bp, shipping_bp, payment_bp, fixed, vat_included,
      valid_from, source, checked_on, set_by)
    values (${scope.owner}, ${platform}, ${rate.nativeCategoryId}, ${rate.saleBp}, ${rate.shippingBp}, ${rate.paymentBp},
      ${rate.fixed}, ${rate.vatIncluded}, ${rate.validFrom}::date, ${rate.source}, ${rate.checkedOn}::date, ${actor})
    on conflict (owner_id, platform, native_category_id, valid_from) do update
    set sale_bp = excluded.sale_bp, shipping_bp = excluded.shipping_bp, payment_bp = excluded.payment_bp,
      fixed = excluded.fixed, vat_included = excluded.vat_included, source = excluded.source,
      checked_on = excluded.checked_on, set_by = excluded.set_by, set_at = now()
    returning ${COLUMNS}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error('a fee rate that was written is not there');
  return rateFrom(row);
}

/** The marketplace's own rate counts again. False when it is not there. */
export async function removeFeeRate(scope: OwnerScope, id: number): Promise<boolean> {
  const { rows } = await sql`
    delete from fee_rates where owner_id = ${scope.owner} and id = ${id} returning id`.execute(scope.trx);
  return rows.length > 0;
}

function rateFrom(row: RateRow): StoredFeeRate {
  return {
    id: row.id,
    platform: row.platform,
    nativeCategoryId: row.native_category_id,
    saleBp: row.sale_bp,
    shippingBp: row.shipping_bp,
    paymentBp: row.payment_bp,
    fixed: row.fixed,
    vatIncluded: row.vat_included,
    validFrom: row.valid_from,
    source: row.source,
    checkedOn: row.checked_on,
    setBy: row.set_by,
    setAt: row.set_at,
  };
}
