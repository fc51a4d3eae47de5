import { queries } from '../../api/client.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { ShopTrouble } from './shop-trouble.tsx';

/** Addresses, templates and policies of the shop; the usual one where none is chosen. */
export function ShopPlaces({
  shop,
  chosen,
  wrongAt,
  onChoose,
}: {
  readonly shop: number;
  readonly chosen: Readonly<Record<string, string>>;
  wrongAt(field: string): string | undefined;
  onChoose(places: Readonly<Record<string, string>>): void;
}) {
  const t = useCatalogueWords();
  const init = { params: { path: { id: shop } } };
  const { data, error, refetch } = queries.useQuery('get', '/api/v1/platform-accounts/{id}/places', init);
  const kinds = [...new Set(data?.places.map(({ kind }) => kind))];
  return (
    <>
      {error === null ? null : (
        <div className="sm:col-span-2">
          <TroubleNote error={error} onRetry={() => refetch()} />
        </div>
      )}
      {data?.trouble == null ? null : (
        <div className="sm:col-span-2">
          <ShopTrouble trouble={data.trouble} />
        </div>
      )}
      {kinds.map((kind) => (
        <Field key={kind} label={t.word('places', kind)} error={wrongAt(`places.${kind}`)}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9"
              value={chosen[kind] ?? ''}
              onChoose={(id) => onChoose({ ...chosen, [kind]: id })}
              choices={[
                { value: '', label: t('usualPlace') },
                ...(data?.places ?? [])
                  .filter((place) => place.kind === kind)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
      ))}
    </>
  );
}
