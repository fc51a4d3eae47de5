import { useMemo } from 'react';
import type { Schema } from '../../api/types.ts';
import type { Column } from '../../desk/desk-table.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { NumberCell } from '../../ui/number-cell.tsx';
import { useInventoryWords } from './inventory-words.ts';
import { StockBadge } from './stock-badge.tsx';
import { useSafetyStock } from './use-safety-stock.ts';

type Stock = Schema<'Stock'>;

/** The columns of the stock list. */
export function useStockColumns(): readonly Column<Stock>[] {
  const t = useInventoryWords();
  const format = useFormat();
  const mayEdit = useMay('staff');
  const saveSafety = useSafetyStock();
  return useMemo(() => {
    const count = (value: number | null) => (
      <span className="numeric">{value === null ? '–' : format.number(value)}</span>
    );
    return [
      {
        id: 'status',
        title: t('status'),
        width: '6rem',
        cell: ({ stock_status }) => <StockBadge status={stock_status} />,
      },
      { id: 'sku', title: t('sku'), width: '12rem', cell: (stock) => <SkuLink stock={stock} /> },
      {
        id: 'product',
        title: t('product'),
        width: 'minmax(14rem, 1fr)',
        cell: (stock) => <span title={nameOf(stock)}>{nameOf(stock)}</span>,
      },
      {
        id: 'onHand',
        title: t('onHand'),
        width: '6rem',
        align: 'right',
        cell: ({ on_hand }) => count(on_hand),
      },
      {
        id: 'reserved',
        title: t('reserved'),
        width: '6rem',
        align: 'right',
        cell: ({ reserved }) => count(reserved),
      },
      {
        id: 'available',
        title: t('available'),
        width: '6.5rem',
        align: 'right',
        cell: ({ available }) => <span className="font-medium">{count(available)}</span>,
      },
      {
        id: 'safety',
        title: t('safetyStock'),
        width: '6.5rem',
        align: 'right',
        cell: ({ sku_id, sku_code, safety_stock }) =>
          mayEdit ? (
            <NumberCell
              label={t('safetyStockOf', { sku: sku_code })}
              value={safety_stock}
              onSave={(quantity) => saveSafety(sku_id, quantity)}
            />
          ) : (
            count(safety_stock)
          ),
      },
      {
        id: 'counted',
        title: t('countedAt'),
        width: '8.5rem',
        cell: ({ counted_at }) => (
          <span className="numeric text-soft">{counted_at === null ? '–' : format.moment(counted_at)}</span>
        ),
      },
    ];
  }, [t, format, mayEdit, saveSafety]);
}

/** A product with the options of one SKU of it. */
export function nameOf({
  product_name,
  option_values,
}: {
  readonly product_name: string;
  readonly option_values: readonly string[];
}): string {
  return option_values.length === 0 ? product_name : `${product_name} · ${option_values.join(' / ')}`;
}

function SkuLink({ stock }: { readonly stock: Stock }) {
  return (
    <RowLink href={`/inventory/${stock.sku_id}`} className="numeric text-accent hover:underline">
      {stock.sku_code}
    </RowLink>
  );
}

/** A SKU in two lines, for phones. */
export function NarrowStock({ stock }: { readonly stock: Stock }) {
  const t = useInventoryWords();
  const format = useFormat();
  const { on_hand, reserved, available, stock_status } = stock;
  return (
    <div className="flex flex-col gap-1 pl-3">
      <div className="flex items-center gap-2">
        <StockBadge status={stock_status} />
        <SkuLink stock={stock} />
        <span className="numeric ml-auto text-sm font-medium">
          {available === null ? '–' : format.number(available)}
        </span>
      </div>
      <div className="truncate">{nameOf(stock)}</div>
      <div className="numeric text-2xs text-soft">
        {t('onHand')} {on_hand === null ? '–' : format.number(on_hand)} · {t('reserved')}{' '}
        {format.number(reserved)}
      </div>
    </div>
  );
}
