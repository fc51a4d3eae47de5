import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { wholeUnits } from '../../language/amounts.ts';
import { useFormat } from '../../language/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { useAnalyticsWords } from './analytics-words.ts';
import { CsvButton } from './csv-button.tsx';

type Platforms = Schema<'PlatformPerformance'>;

/** Orders, revenue and best sellers of each marketplace. */
export function PlatformsPanel({
  platforms,
  period,
}: {
  readonly platforms: Platforms;
  /** The days counted: for the name of the file. */
  readonly period: { readonly from: string; readonly to: string };
}) {
  const t = useAnalyticsWords();
  const desk = useDeskWords();
  const sorted = Object.entries(platforms).sort(([, one], [, other]) => other.revenue - one.revenue);
  return (
    <Panel
      title={t('byPlatform')}
      side={
        <CsvButton
          of={t('byPlatform')}
          name={`best-sellers-${period.from}-${period.to}`}
          rows={() => [
            [
              t('platform'),
              t('shop'),
              t('productNumber'),
              t('product'),
              t('currency'),
              ...['orders', 'units', 'revenue'].map((key) => t.word('figure', key)),
            ],
            ...sorted.flatMap(([platform, { best_sellers: sellers, currency }]) =>
              sellers.map((one) => [
                desk.word('platform', platform),
                one.account_name,
                one.native_product_id,
                one.product_name,
                currency,
                one.orders,
                one.units,
                wholeUnits(one.revenue, currency),
              ]),
            ),
          ]}
        />
      }
    >
      <div className="grid divide-y divide-line lg:grid-cols-2 lg:gap-x-6 lg:divide-y-0">
        {sorted.map(([platform, numbers]) => (
          <Platform key={platform} name={desk.word('platform', platform)} numbers={numbers} />
        ))}
      </div>
    </Panel>
  );
}

function Platform({ name, numbers }: { readonly name: string; readonly numbers: Platforms[string] }) {
  const t = useAnalyticsWords();
  const format = useFormat();
  const { orders, revenue, currency, best_sellers: sellers } = numbers;
  return (
    <section className="min-w-0 px-4 py-3">
      <h3 className="text-sm font-semibold">{name}</h3>
      <p className="numeric text-sm text-soft">
        {t('platformNumbers', { orders, revenue: format.money(revenue, currency) })}
      </p>
      {sellers.length === 0 ? <p className="mt-2 text-sm text-faint">{t('nothingSold')}</p> : null}
      <ol className="mt-2 flex flex-col gap-1 text-sm" aria-label={t('bestSellersOf', { platform: name })}>
        {sellers.map((one, place) => (
          <li key={`${one.account_id}-${one.native_product_id}`} className="flex items-baseline gap-2">
            <span className="numeric w-5 shrink-0 text-right text-faint">{place + 1}</span>
            <span className="min-w-0 flex-1 truncate" title={`${one.product_name} · ${one.account_name}`}>
              {one.product_name}
            </span>
            <span className="numeric shrink-0 text-soft">{t('units', { count: one.units })}</span>
            <span className="numeric shrink-0">{format.money(one.revenue, currency)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
