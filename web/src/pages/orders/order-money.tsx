import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { classNames } from '../../ui/class-names.ts';
import { Panel } from '../../ui/panel.tsx';
import { useOrderWords } from './order-words.ts';

type Order = Schema<'Order'>;
type Line = Order['lines'][number];

/** What the buyer pays, what the marketplace keeps, and what is left, as far as it is known. */
export function OrderMoney({ order }: { readonly order: Order }) {
  const t = useOrderWords();
  const format = useFormat();
  const maySeeCosts = useMay('staff');
  const { lines, packages, currency, money } = order;
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0);
  const shipping = packages.reduce((total, one) => total + one.shipping_fee + one.remote_area_fee, 0);
  const commission = knownSum(lines, ({ commission: fee }) => fee);
  const settlement = knownSum(lines, ({ expected_settlement }) => expected_settlement);
  const rows: readonly (readonly [string, number | null])[] = [
    [t('amountBefore'), sum(({ amount }) => amount)],
    [t('discount'), 0 - sum(({ discount }) => discount)],
    [t('paidAmount'), sum(({ paid_amount }) => paid_amount)],
    [t('shippingFee'), shipping],
    [t('commission'), commission === null ? null : 0 - commission],
    [t('settlement'), settlement],
    ...(money.fees_from === 'rate' ? [[t('feesByRate'), negative(money.fees)] as const] : []),
    ...(maySeeCosts
      ? [[t('goodsCost'), negative(money.cost)] as const, [t('profit'), money.profit] as const]
      : []),
  ];
  return (
    <Panel title={t('money')}>
      <dl className="flex flex-col gap-1 px-4 py-3 text-sm">
        {rows.map(([name, amount], place) => (
          <div key={name} className={classNames('flex justify-between gap-3', place === 2 && 'font-medium')}>
            <dt className={place === 2 ? '' : 'text-soft'}>{name}</dt>
            <dd className="numeric">{amount === null ? t('notTold') : format.money(amount, currency)}</dd>
          </div>
        ))}
      </dl>
      {maySeeCosts && money.margin_percent !== null ? (
        <p className="border-t border-line px-4 py-2 text-sm text-faint">
          {t('marginHint', { margin: format.percent(money.margin_percent / 100) })}
        </p>
      ) : null}
    </Panel>
  );
}

/** What goes away from the money; null stays not known. */
function negative(amount: number | null): number | null {
  return amount === null ? null : 0 - amount;
}

/** Null when the marketplace leaves it out for a line: a sum of the rest would be wrong. */
function knownSum(lines: readonly Line[], of: (line: Line) => number | null): number | null {
  let total = 0;
  for (const line of lines) {
    const amount = of(line);
    if (amount === null) return null;
    total += amount;
  }
  return total;
}
