import { asFields } from '../../kit/decode.ts';
import type { LineTarget, Outcome } from '../../kit/shop.ts';
import { refusal, sendInTurn } from '../outcomes.ts';
import type { Ask } from './calls.ts';
import { type Becomes, failed, outcomesOf } from './line-outcome.ts';
import { orderRows } from './order-rows.ts';
import { NOTHING } from './path-text.ts';
import { decodeResult } from './result.ts';
import { decodeRows } from './snapshot.ts';
import { countAt, momentAt, neededAt, numeralAt, wordAt } from './values.ts';

/** What the path of a confirmation needs, and lines that are confirmed along are known by (sheet §3.5). */
interface ConfirmRow {
  readonly nativeLineId: string;
  readonly dlvNo: string;
  readonly prdNo: string;
  readonly hasAddOn: string;
  /** The product this line is an add-on of; null for a main item. */
  readonly addOnOf: string | null;
  readonly isOpen: boolean;
}

/** The address may have changed until this moment, and other lines may have been confirmed along (sheet §7.4, §7.12). */
const CONFIRMED: Becomes = { status: 'PREPARING', nativeStatus: '301', readAgain: true };

/** Confirms orders, each after a look at its rows: the call names add-ons that the hub does not keep. */
export function confirm(ask: Ask, targets: readonly LineTarget[]): Promise<readonly Outcome[]> {
  const orders = [...Map.groupBy(targets, ({ nativeOrderId }) => nativeOrderId).values()];
  return sendInTurn(orders, (ofOrder) => confirmOrder(ask, ofOrder), failed);
}

async function confirmOrder(ask: Ask, targets: readonly LineTarget[]): Promise<readonly Outcome[]> {
  const [first] = targets;
  if (first === undefined) return [];
  const found = await orderRows(ask, first.nativeOrderId);
  const rows = decodeRows(found.rows, decodeConfirmRow).good;
  const unknown = targets.filter((target) => rowOf(rows, target) === undefined);
  const known = targets.filter((target) => rowOf(rows, target) !== undefined);
  const calls = [...Map.groupBy(known, (target) => goesWith(rowOf(rows, target))).values()];
  const outcomes = await sendInTurn(
    calls,
    (group) => confirmTogether(ask, rows, group),
    failed,
    ({ nativeOrderId }) => nativeOrderId,
  );
  return [
    ...outcomes,
    ...unknown.map((target) => failed(target, refusal('not_found', '', found.nativeText))),
  ];
}

/** One call confirms every line of a delivery that is the same product, and the add-ons of it (sheet §3.5). */
async function confirmTogether(
  ask: Ask,
  rows: readonly ConfirmRow[],
  targets: readonly LineTarget[],
): Promise<readonly Outcome[]> {
  const [first] = targets;
  const row = first === undefined ? undefined : rowOf(rows, first);
  if (first === undefined || row === undefined) return [];
  const along = rows.filter((other) => goesWith(other) === goesWith(row));
  const main = along.find(({ addOnOf }) => addOnOf === null) ?? row;
  const result = await ask({
    operation: 'confirm',
    params: {
      ordNo: first.nativeOrderId,
      ordPrdSeq: main.nativeLineId,
      addPrdYn: main.hasAddOn,
      addPrdNo: main.addOnOf ?? NOTHING,
      dlvNo: main.dlvNo,
    },
    decode: decodeResult,
  });
  const expected = along.filter(({ isOpen }) => isOpen).length;
  return outcomesOf(targets, result, { expected, becomes: CONFIRMED });
}

function rowOf(rows: readonly ConfirmRow[], { nativeLineId }: LineTarget): ConfirmRow | undefined {
  return rows.find((row) => row.nativeLineId === nativeLineId);
}

function goesWith(row: ConfirmRow | undefined): string {
  return row === undefined ? '' : `${row.dlvNo} ${row.addOnOf ?? row.prdNo}`;
}

function decodeConfirmRow(row: unknown): ConfirmRow {
  const fields = asFields(row, 'order');
  const left = (countAt(fields, 'ordQty') ?? 0) - (countAt(fields, 'ordCnQty') ?? 0);
  return {
    nativeLineId: neededAt(fields, 'ordPrdSeq'),
    dlvNo: neededAt(fields, 'dlvNo'),
    prdNo: neededAt(fields, 'prdNo'),
    hasAddOn: wordAt(fields, 'addPrdYn') ?? 'N',
    addOnOf: numeralAt(fields, 'addPrdNo'),
    isOpen: left > 0 && momentAt(fields, 'plcodrCnfDt') === null,
  };
}
