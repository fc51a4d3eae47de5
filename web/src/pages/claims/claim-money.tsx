import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { useClaimWords } from './claim-words.ts';
import { useCurrencyOf } from './use-currency.ts';

/** Whose fault it is, what the way back costs, and who pays it. */
export function ClaimMoney({ claim }: { readonly claim: Schema<'ClaimDetail'> }) {
  const t = useClaimWords();
  const format = useFormat();
  const currencyOf = useCurrencyOf();
  const { fee, fault } = claim;
  const feeRows: readonly (readonly [string, string])[] = [
    [
      t('fee'),
      fee === null ? t('notTold') : format.money(fee.amount, fee.currency ?? currencyOf(claim.platform)),
    ],
    [t('paidBy'), fee === null || fee.paid_by === null ? t('notTold') : t.word('people', fee.paid_by)],
    ...(fee === null || fee.method === null ? [] : [[t('paidHow'), fee.method] as const]),
  ];
  // Nothing comes back after a cancel, so that there is mostly nothing to pay.
  const hasFee = fee !== null || claim.kind !== 'cancel';
  const rows: readonly (readonly [string, string])[] = [
    [t('fault'), fault === null ? t('notTold') : t.word('faults', fault)],
    ...(hasFee ? feeRows : []),
  ];
  return (
    <Panel title={t('money')}>
      <dl className="flex flex-col gap-1 px-4 py-3 text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-3">
            <dt className="text-soft">{name}</dt>
            <dd className="numeric text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
