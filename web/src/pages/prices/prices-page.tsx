import { useNavigate } from '@tanstack/react-router';
import { Answered } from '../../desk/answered.tsx';
import { SectionTabs } from '../../desk/section-tabs.tsx';
import { Page } from '../../frame/page.tsx';
import { useMay } from '../../session/me.ts';
import { FeesList } from './fees-list.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { PlansList } from './plans-list.tsx';
import { usePriceWords } from './price-words.ts';
import { PRICE_TABS, type PricesSearch, readPricesSearch } from './prices-search.ts';
import { QuotesList } from './quotes-list.tsx';
import { RulesList } from './rules-list.tsx';
import { useCurrencies } from './use-currencies.ts';

/** What things cost in every shop: what the rules would make of it, the rules, what selling costs, and changes of many. */
export function PricesPage({ search }: { readonly search: PricesSearch }) {
  const t = usePriceWords();
  const navigate = useNavigate();
  const go = (next: PricesSearch) => navigate({ to: '/prices', search: readPricesSearch({ ...next }) });
  const mayQuote = useMay('staff');
  const currencies = useCurrencies();
  const tabs = PRICE_TABS.filter((id) => mayQuote || id !== 'quotes');
  const open = tabs.find((id) => id === search.tab) ?? tabs[0] ?? 'rules';
  const openPlan = (plan: number) => go({ ...search, plan: String(plan) });
  return (
    <Page title={t('title')} fill>
      <SectionTabs
        label={t('title')}
        tabs={tabs.map((id) => ({ id, label: t.word('tab', id) }))}
        open={open}
        onOpen={(tab) => go({ tab })}
      />
      {open === 'quotes' ? (
        <QuotesList search={search} onGo={go} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-4 pb-10">
          <div className="max-w-6xl">
            <Answered query={currencies} height="h-96">
              {(known) =>
                open === 'rules' ? (
                  <RulesList currencies={known} onPreview={mayQuote ? () => go({}) : undefined} />
                ) : open === 'fees' ? (
                  <FeesList currencies={known} />
                ) : (
                  <PlansList currencies={known} onOpen={openPlan} />
                )
              }
            </Answered>
          </div>
        </div>
      )}
      {search.plan === undefined ? null : (
        <PlanDialog
          key={search.plan}
          plan={Number(search.plan)}
          onOpen={openPlan}
          onClose={() => go({ ...search, plan: undefined })}
        />
      )}
    </Page>
  );
}
