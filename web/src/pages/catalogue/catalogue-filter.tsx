import { useAccounts } from '../../desk/use-accounts.ts';
import { Select } from '../../ui/select.tsx';
import type { CatalogueSearch } from './catalogue-search.ts';
import { useCatalogueWords } from './catalogue-words.ts';

/** Which products to look at: all, those that a shop lacks, or those whose stock stands wrong somewhere. */
export function CatalogueFilter({
  search,
  onGo,
}: {
  readonly search: CatalogueSearch;
  onGo(search: CatalogueSearch): void;
}) {
  const t = useCatalogueWords();
  const shops = useAccounts();
  const { q, missing_in, drift } = search;
  return (
    <Select
      label={t('shown')}
      value={drift === 'true' ? 'drift' : (missing_in ?? '')}
      onChoose={(chosen) =>
        onGo({
          q,
          drift: chosen === 'drift' ? 'true' : undefined,
          missing_in: chosen === 'drift' || chosen === '' ? undefined : chosen,
        })
      }
      choices={[
        { value: '', label: t('everyProduct') },
        { value: 'drift', label: t('drifting') },
        ...shops.map(({ id, name }) => ({ value: String(id), label: t('missingIn', { shop: name }) })),
      ]}
    />
  );
}
