import { PackageOpen } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { useDeskWords } from '../../desk/desk-words.ts';
import { RowLink } from '../../desk/row-link.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useInventoryWords } from './inventory-words.ts';
import { RestockDialog } from './restock-dialog.tsx';

type Returned = Schema<'ReturnedGoods'>;

/** Goods that came back, and that nobody has put on the shelf or thrown away yet. */
export function ReturnsList() {
  const t = useInventoryWords();
  const [open, setOpen] = useState<Returned | null>(null);
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/inventory/returns',
    { params: { query: { limit: 50 } } },
    keysetPages,
  );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-soft">{t('returnsHint')}</p>
      <Answered query={query} height="h-72">
        {({ pages }) => {
          const returns = pages.flatMap((page) => page.returns);
          return returns.length === 0 ? (
            <EmptyState icon={<PackageOpen />} title={t('noReturns')}>
              {t('noReturnsHint')}
            </EmptyState>
          ) : (
            <Panel>
              <ul className="divide-y divide-line">
                {returns.map((goods) => (
                  <OneReturn key={goods.claim_id} goods={goods} onOpen={() => setOpen(goods)} />
                ))}
              </ul>
            </Panel>
          );
        }}
      </Answered>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      {open === null ? null : <RestockDialog goods={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function OneReturn({ goods, onOpen }: { readonly goods: Returned; onOpen(): void }) {
  const t = useInventoryWords();
  const desk = useDeskWords();
  const format = useFormat();
  const mayAct = useMay('staff');
  const { claim_id, kind, platform, native_claim_id, collected_at, lines } = goods;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{t.word('claimKind', kind)}</Badge>
          <RowLink href={`/claims/${claim_id}`} className="numeric text-accent hover:underline">
            {native_claim_id}
          </RowLink>
          <span className="text-soft">{desk.word('platform', platform)}</span>
          <span className="numeric text-faint">
            {collected_at === null ? t('notCollected') : t('collected', { at: format.moment(collected_at) })}
          </span>
        </p>
        <ul className="mt-1 text-soft">
          {lines.map((line) => (
            <li key={line.sku_id}>
              {t('returnLine', {
                sku: line.sku_code,
                quantity: line.quantity,
                waiting: line.waiting,
                sellable: line.sellable,
                damaged: line.damaged,
              })}
            </li>
          ))}
        </ul>
      </div>
      {mayAct ? <Button onClick={onOpen}>{t('restock')}</Button> : null}
    </li>
  );
}
