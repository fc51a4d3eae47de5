import { useDeskWords } from '../../desk/desk-words.ts';
import { oneOf } from '../../desk/search-params.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { classNames } from '../../ui/class-names.ts';
import { controlClass } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { type AnalyticsSearch, LENGTHS, shownBy } from './analytics-search.ts';
import { useAnalyticsWords } from './analytics-words.ts';

/** Period, marketplace, shop, and the currency where there are several. */
export function AnalyticsFilters({
  search,
  currency,
  currencies,
  onGo,
}: {
  readonly search: AnalyticsSearch;
  readonly currency: string;
  readonly currencies: readonly string[];
  onGo(search: AnalyticsSearch): void;
}) {
  const t = useAnalyticsWords();
  const desk = useDeskWords();
  const accounts = useAccounts();
  const platforms = [...new Set(accounts.map(({ platform }) => platform))];
  const { from, to } = shownBy(search);
  const isChosen = search.from !== undefined || search.to !== undefined;
  const days = (name: 'from' | 'to', label: string, value: string) => (
    <input
      type="date"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => {
        if (event.target.value !== '')
          onGo({ ...search, days: undefined, from, to, [name]: event.target.value });
      }}
      className={`${controlClass} h-8 text-sm max-sm:min-w-0 max-sm:flex-1 sm:w-36`}
    />
  );
  return (
    <div className="flex flex-wrap items-center gap-2 px-4">
      <Select
        label={t('period')}
        value={isChosen ? '' : (search.days ?? '30')}
        onChoose={(chosen) =>
          onGo({ ...search, from: undefined, to: undefined, days: oneOf({ chosen }, 'chosen', LENGTHS) })
        }
        choices={[
          ...(isChosen ? [{ value: '', label: t('chosenDays') }] : []),
          ...LENGTHS.map((length) => ({ value: length, label: t('lastDays', { count: Number(length) }) })),
        ]}
      />
      <div className="flex items-center gap-2 max-sm:w-full">
        {days('from', t('fromDay'), from)}
        <span aria-hidden="true" className="text-faint">
          –
        </span>
        {days('to', t('toDay'), to)}
      </div>
      <Select
        label={t('platform')}
        value={search.platform ?? ''}
        onChoose={(platform) => onGo({ ...search, platform: platform || undefined, shop: undefined })}
        choices={[
          { value: '', label: t('everyPlatform') },
          ...platforms.map((platform) => ({ value: platform, label: desk.word('platform', platform) })),
        ]}
      />
      <Select
        label={t('shop')}
        value={search.shop ?? ''}
        onChoose={(shop) => onGo({ ...search, shop: shop || undefined })}
        choices={[
          { value: '', label: t('everyShop') },
          ...accounts
            .filter(({ platform }) => search.platform === undefined || platform === search.platform)
            .map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <Select
        label={t('currency')}
        value={currency}
        className={classNames(currencies.length < 2 && 'hidden')}
        onChoose={(chosen) => onGo({ ...search, currency: chosen })}
        choices={[...new Set([...currencies, currency])].map((value) => ({ value, label: value }))}
      />
    </div>
  );
}
