import { Link, useNavigate } from '@tanstack/react-router';
import { FileDown, FileUp } from 'lucide-react';
import { SectionTabs } from '../../desk/section-tabs.tsx';
import { Page } from '../../frame/page.tsx';
import { useMay } from '../../session/me.ts';
import { buttonClass } from '../../ui/button.tsx';
import { DriftList } from './drift-list.tsx';
import { INVENTORY_TABS, type InventorySearch, readInventorySearch } from './inventory-search.ts';
import { useInventoryWords } from './inventory-words.ts';
import { LowStock } from './low-stock.tsx';
import { OversellWindows } from './oversell-windows.tsx';
import { ReturnsList } from './returns-list.tsx';
import { StockList } from './stock-list.tsx';
import { StockSettings } from './stock-settings.tsx';

const TABS = {
  low: LowStock,
  returns: ReturnsList,
  drift: DriftList,
  windows: OversellWindows,
  settings: StockSettings,
} as const;

/** What lies on the shelves, and how true every shop is to it. */
export function InventoryPage({ search }: { readonly search: InventorySearch }) {
  const t = useInventoryWords();
  const navigate = useNavigate();
  const mayMove = useMay('staff');
  const go = (next: InventorySearch) =>
    navigate({ to: '/inventory', search: readInventorySearch({ ...next }) });
  const open = search.tab ?? 'stock';
  const Part = open === 'stock' ? null : TABS[open];
  const tabs = INVENTORY_TABS.map((id) => ({ id, label: t.word('tab', id) }));
  return (
    <Page
      title={t('title')}
      fill
      side={
        mayMove ? (
          <>
            <a className={buttonClass('plain')} href="/api/v1/inventory/export?format=xlsx" download>
              <FileDown aria-hidden="true" />
              {t('exportExcel')}
            </a>
            <Link to="/catalogue/import" className={buttonClass('plain')}>
              <FileUp aria-hidden="true" />
              {t('importExcel')}
            </Link>
          </>
        ) : null
      }
    >
      <SectionTabs
        label={t('title')}
        tabs={tabs}
        open={open}
        onOpen={(tab) => go(tab === 'stock' ? {} : { tab })}
      />
      {Part === null ? (
        <StockList search={search} onGo={go} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-4 pb-10">
          <div className="max-w-6xl">
            <Part />
          </div>
        </div>
      )}
    </Page>
  );
}
