import { Coins } from 'lucide-react';
import { useMemo } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { type Column, DeskTable } from '../../desk/desk-table.tsx';
import { ShopLabel } from '../../desk/shop-label.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';
import type { PricesSearch } from './prices-search.ts';

type Quote = Schema<'PriceQuote'>;

// The same from one drawing to the next: rows that have not changed are not drawn again.
const keyOf = ({ listing_item_id }: Quote) => listing_item_id;
const narrow = (quote: Quote) => <NarrowQuote quote={quote} />;
const nothing = () => undefined;

/** What the rules would make of every price, with margins before and after; nothing is changed by looking. */
export function QuotesList({
  search,
  onGo,
}: {
  readonly search: PricesSearch;
  onGo(search: PricesSearch): void;
}) {
  const t = usePriceWords();
  const accounts = useAccounts();
  const columns = useQuoteColumns();
  const shops = search.shop === undefined ? {} : { account_ids: [Number(search.shop)] };
  const query = queries.useQuery('post', '/api/v1/prices/quote', { body: shops });
  const apply = queries.useMutation('post', '/api/v1/prices/apply', {
    onSuccess: ({ plan }) => {
      if (plan === null) showToast({ tone: 'plain', title: t('nothingToChange') });
      else onGo({ ...search, plan: String(plan.id) });
    },
    onSettled: pricesChanged,
  });
  const quotes = query.data?.quotes;
  const changing = useMemo(() => quotes?.filter(changes).length ?? 0, [quotes]);
  const rows = useMemo(
    () => quotes?.filter((quote) => search.all !== undefined || changes(quote) || isStuck(quote)) ?? [],
    [quotes, search.all],
  );
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-center gap-3 px-4 py-2">
        <Select
          label={t('shop')}
          value={search.shop ?? ''}
          onChoose={(shop) => onGo({ ...search, shop })}
          choices={[
            { value: '', label: t('allShops') },
            ...accounts.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is one */}
        <label className="flex items-center gap-2 text-sm">
          <Checkbox
            label={t('showUnchanged')}
            checked={search.all !== undefined}
            onCheck={(all) => onGo({ ...search, all: all ? 'true' : undefined })}
          />
          <span aria-hidden="true">{t('showUnchanged')}</span>
        </label>
        <span className="ml-auto text-sm text-faint" role="status">
          {query.data === undefined ? '' : t('changing', { count: changing })}
        </span>
        <Button
          look="primary"
          busy={apply.isPending}
          disabled={changing === 0}
          onClick={() => apply.mutate({ body: shops, params: { query: { wait: 5 } } })}
        >
          {t('makePlan')}
        </Button>
      </div>
      {apply.error === null ? null : (
        <div className="px-4 pb-2">
          <TroubleNote error={apply.error} />
        </div>
      )}
      <Answered query={query} height="mx-4 h-80">
        {({ quotes: all }) => (
          <DeskTable
            label={t.word('tab', 'quotes')}
            columns={columns}
            rows={rows}
            keyOf={keyOf}
            narrow={narrow}
            hasMore={false}
            onEnd={nothing}
            empty={
              <EmptyState
                icon={<Coins />}
                title={t(why(all))}
                action={<Button onClick={() => onGo({ tab: 'rules' })}>{t('toRules')}</Button>}
              >
                {t(`${why(all)}Hint`)}
              </EmptyState>
            }
          />
        )}
      </Answered>
    </>
  );
}

/** Why there is nothing to see. */
function why(quotes: readonly Quote[]): 'noQuotes' | 'noRules' | 'nothingToChange' {
  if (quotes.length === 0) return 'noQuotes';
  return quotes.every(({ without }) => without === 'no_rule') ? 'noRules' : 'nothingToChange';
}

function changes({ price, price_now }: Quote): boolean {
  return price !== null && price !== price_now;
}

/** A rule counts for it and can make no price of it: somebody has to tell a cost or a fee. */
function isStuck({ without }: Quote): boolean {
  return without !== null && without !== 'no_rule';
}

function nameOf({ listing, option_values }: Quote): string {
  return [listing, ...option_values].join(' · ');
}

function useQuoteColumns(): readonly Column<Quote>[] {
  const t = usePriceWords();
  const format = useFormat();
  return useMemo(() => {
    const money = (value: number | null | undefined, currency: string) => (
      <span className="numeric">
        {value === null || value === undefined ? '–' : format.money(value, currency)}
      </span>
    );
    const share = (percent: number | undefined) => (
      <span className={classNames('numeric', percent !== undefined && percent < 0 && 'text-danger')}>
        {percent === undefined ? '–' : format.percent(percent / 100)}
      </span>
    );
    return [
      {
        id: 'shop',
        title: t('shop'),
        width: '12rem',
        cell: ({ platform, account_id }) => <ShopLabel id={account_id} platform={platform} />,
      },
      {
        id: 'item',
        title: t('product'),
        width: 'minmax(13rem, 1fr)',
        cell: (quote) => <span title={nameOf(quote)}>{nameOf(quote)}</span>,
      },
      {
        id: 'now',
        title: t('priceNow'),
        width: '6.5rem',
        align: 'right',
        cell: ({ price_now, currency }) => money(price_now, currency),
      },
      {
        id: 'price',
        title: t('priceNew'),
        width: '6.5rem',
        align: 'right',
        cell: (quote) => (
          <span className={changes(quote) ? 'font-semibold' : 'text-soft'}>
            {money(quote.price, quote.currency)}
          </span>
        ),
      },
      {
        id: 'marginNow',
        title: t('marginNow'),
        width: '6rem',
        align: 'right',
        cell: ({ margin_now }) => share(margin_now?.margin_percent),
      },
      {
        id: 'margin',
        title: t('marginNew'),
        width: '6rem',
        align: 'right',
        cell: ({ margin }) => share(margin?.margin_percent),
      },
      {
        id: 'fees',
        title: t('fees'),
        width: '6rem',
        align: 'right',
        cell: ({ margin, currency, fee_source }) => (
          <span title={fee_source ?? undefined}>{money(margin?.fees, currency)}</span>
        ),
      },
      {
        id: 'profit',
        title: t('profit'),
        width: '6.5rem',
        align: 'right',
        cell: ({ margin, currency }) => money(margin?.profit, currency),
      },
      {
        id: 'says',
        title: t('says'),
        width: 'minmax(12rem, 1fr)',
        cell: ({ says }) => (
          <span className="text-soft" title={says ?? undefined}>
            {says ?? ''}
          </span>
        ),
      },
    ];
  }, [t, format]);
}

function NarrowQuote({ quote }: { readonly quote: Quote }) {
  const t = usePriceWords();
  const format = useFormat();
  const { price, price_now, currency, margin, says } = quote;
  const money = (value: number | null) => (value === null ? '–' : format.money(value, currency));
  return (
    <div className="flex flex-col gap-0.5 pl-3">
      <div className="flex gap-2 text-sm">
        <span className="min-w-0 flex-1 truncate">{nameOf(quote)}</span>
        <span className="max-w-[45%] truncate text-2xs">
          <ShopLabel id={quote.account_id} platform={quote.platform} />
        </span>
      </div>
      <div className="numeric flex gap-2 text-sm">
        <span className="text-soft">{money(price_now)} →</span>
        <span className="font-semibold">{money(price)}</span>
        <span className="ml-auto text-soft">
          {margin === null ? '' : `${t('marginNew')} ${format.percent(margin.margin_percent / 100)}`}
        </span>
      </div>
      <div className="truncate text-2xs text-faint">{says ?? ''}</div>
    </div>
  );
}
