import { Timer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { Answered } from '../../desk/answered.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useFormat } from '../../language/format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useInventoryWords } from './inventory-words.ts';

type Window = Schema<'OversellWindow'>;

const DAYS = ['1', '7', '30', '90'] as const;

/** How long a sold unit could still be bought in another shop, for every pair of shops. */
export function OversellWindows() {
  const t = useInventoryWords();
  const [days, setDays] = useState('7');
  const query = queries.useQuery('get', '/api/v1/inventory/windows', {
    params: { query: { days: Number(days) } },
  });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-sm text-soft">{t('windowsHint')}</p>
        <Select
          label={t('period')}
          value={days}
          onChoose={setDays}
          choices={DAYS.map((count) => ({ value: count, label: t('lastDays', { count: Number(count) }) }))}
        />
      </div>
      <Answered query={query} height="h-96">
        {({ windows }) =>
          windows.length === 0 ? (
            <EmptyState icon={<Timer />} title={t('noWindows')}>
              {t('noWindowsHint')}
            </EmptyState>
          ) : (
            <Windows windows={windows} />
          )
        }
      </Answered>
    </div>
  );
}

function Windows({ windows }: { readonly windows: readonly Window[] }) {
  const t = useInventoryWords();
  const format = useFormat();
  const accounts = useAccounts();
  const named = useMemo(() => {
    const names = new Map(accounts.map(({ id, name }) => [id, name]));
    return windows.map((window) => ({
      ...window,
      pair: `${names.get(window.from_account_id) ?? '–'} → ${names.get(window.to_account_id) ?? '–'}`,
    }));
  }, [windows, accounts]);
  const drawing = useMemo(
    () => ({
      categories: named.map(({ pair }) => pair),
      series: [
        { name: t('usual'), kind: 'bar' as const, values: named.map(({ p50_ms }) => seconds(p50_ms)) },
        { name: t('slow'), kind: 'bar' as const, values: named.map(({ p95_ms }) => seconds(p95_ms)) },
        { name: t('longest'), kind: 'bar' as const, values: named.map(({ max_ms }) => seconds(max_ms)) },
        {
          name: t('sinceOrder'),
          kind: 'bar' as const,
          values: named.map(({ since_order_p95_ms }) => seconds(since_order_p95_ms)),
        },
        { name: t('floor'), kind: 'line' as const, values: named.map(({ floor_ms }) => seconds(floor_ms)) },
      ],
      format: (value: number) => t('seconds', { value: format.number(value) }),
    }),
    [named, t, format],
  );
  const time = (ms: number | null) => {
    const value = seconds(ms);
    return value === null ? '–' : t('seconds', { value: format.number(value) });
  };
  return (
    <Panel title={t.word('tab', 'windows')}>
      <div className="p-4">
        <Chart label={t('windowsChart')} drawing={drawing} />
      </div>
      <DataTable
        label={t.word('tab', 'windows')}
        rows={named}
        keyOf={({ from_account_id, to_account_id }) => `${from_account_id} ${to_account_id}`}
        columns={[
          { id: 'pair', title: t('pair'), cell: ({ pair }) => pair },
          { id: 'count', title: t('sales'), align: 'right', cell: ({ count }) => format.number(count) },
          { id: 'open', title: t('stillOpen'), align: 'right', cell: ({ open }) => format.number(open) },
          { id: 'p50', title: t('usual'), align: 'right', cell: ({ p50_ms }) => time(p50_ms) },
          { id: 'p95', title: t('slow'), align: 'right', cell: ({ p95_ms }) => time(p95_ms) },
          { id: 'max', title: t('longest'), align: 'right', cell: ({ max_ms }) => time(max_ms) },
          {
            id: 'sinceOrder',
            title: t('sinceOrder'),
            align: 'right',
            cell: ({ since_order_p95_ms }) => time(since_order_p95_ms),
          },
          { id: 'floor', title: t('floor'), align: 'right', cell: ({ floor_ms }) => time(floor_ms) },
        ]}
      />
    </Panel>
  );
}

/** In seconds, to a tenth. */
function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 100) / 10;
}
