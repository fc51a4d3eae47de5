import type { Schema } from '../../api/types.ts';
import { TextField } from '../../ui/field.tsx';
import { useCatalogueWords } from './catalogue-words.ts';

/** How many to offer at first of what nobody has counted; what is counted goes by its stock. */
export function FirstQuantities({
  product,
  values,
  wrongAt,
  onChange,
}: {
  readonly product: Schema<'Product'>;
  readonly values: Readonly<Record<string, string>>;
  wrongAt(field: string): string | undefined;
  onChange(values: Readonly<Record<string, string>>): void;
}) {
  const t = useCatalogueWords();
  const uncounted = product.skus.filter(({ stock_quantity }) => stock_quantity === null);
  if (uncounted.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3 sm:col-span-2">
      <legend className="text-sm font-medium">{t('firstQuantities')}</legend>
      <p className="text-sm text-faint">{t('firstQuantitiesHint')}</p>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-4">
        {uncounted.map(({ id, code, option_values }) => (
          <TextField
            key={id}
            label={option_values.join(' / ') || code}
            hint={option_values.length === 0 ? undefined : code}
            inputMode="numeric"
            value={values[code] ?? ''}
            onChange={({ target }) => onChange({ ...values, [code]: target.value })}
            error={wrongAt(`quantities.${code}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
