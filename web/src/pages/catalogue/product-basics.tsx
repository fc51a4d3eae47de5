import { useId } from 'react';
import { everyOf } from '../../api/every.ts';
import { fieldMessage } from '../../api/problem.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field, TextArea, TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import type { FormPart } from './form-part.ts';
import type { ProductDraft } from './product-draft.ts';

const TAXES = everyOf<ProductDraft['tax']>()(['taxed', 'exempt', 'zero_rated']);
const CURRENCIES = everyOf<ProductDraft['currency']>()(['KRW', 'RUB', 'UZS']);

/** Name, price, codes and what buyers read. */
export function ProductBasics({ draft, change, error }: FormPart) {
  const t = useCatalogueWords();
  const minors = useId();
  return (
    <Panel title={t('basics')}>
      <div className="grid grid-cols-1 gap-4 px-4 py-4 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <TextField
            label={t('name')}
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
            error={fieldMessage(error, 'name')}
            required
          />
        </div>
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              label={t('price')}
              inputMode="decimal"
              value={draft.price}
              onChange={({ target }) => change({ price: target.value })}
              error={fieldMessage(error, 'price')}
              required
            />
          </div>
          <Field label={t('currency')}>
            {(bound) => (
              <Select
                {...bound}
                className="h-9"
                value={draft.currency}
                onChoose={(code) =>
                  change({ currency: CURRENCIES.find((one) => one === code) ?? draft.currency })
                }
                choices={CURRENCIES.map((code) => ({ value: code, label: code }))}
              />
            )}
          </Field>
        </div>
        <TextField
          label={t('sellerCode')}
          hint={t('sellerCodeHint')}
          value={draft.sellerCode}
          onChange={({ target }) => change({ sellerCode: target.value })}
          error={fieldMessage(error, 'seller_code')}
        />
        <TextField
          label={t('category')}
          hint={t('categoryHint')}
          value={draft.category}
          onChange={({ target }) => change({ category: target.value })}
          error={fieldMessage(error, 'category_id')}
        />
        <TextField
          label={t('weight')}
          inputMode="numeric"
          value={draft.weight}
          onChange={({ target }) => change({ weight: target.value })}
          error={fieldMessage(error, 'weight')}
        />
        <TextField
          label={t('brand')}
          value={draft.brand}
          onChange={({ target }) => change({ brand: target.value })}
          error={fieldMessage(error, 'brand')}
        />
        <TextField
          label={t('manufacturer')}
          value={draft.manufacturer}
          onChange={({ target }) => change({ manufacturer: target.value })}
          error={fieldMessage(error, 'manufacturer')}
        />
        <Field label={t('tax')} error={fieldMessage(error, 'tax')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9"
              value={draft.tax}
              onChoose={(tax) => change({ tax: TAXES.find((one) => one === tax) ?? draft.tax })}
              choices={TAXES.map((tax) => ({ value: tax, label: t.word('taxes', tax) }))}
            />
          )}
        </Field>
        <label htmlFor={minors} className="flex items-center gap-2 self-end pb-2 text-sm">
          <Checkbox
            id={minors}
            label={t('minorsMayBuy')}
            checked={draft.minorsMayBuy}
            onCheck={(minorsMayBuy) => change({ minorsMayBuy })}
          />
          <span aria-hidden="true">{t('minorsMayBuy')}</span>
        </label>
        <div className="sm:col-span-2">
          <TextArea
            label={t('description')}
            hint={t('descriptionHint')}
            rows={8}
            value={draft.description}
            onChange={({ target }) => change({ description: target.value })}
            error={fieldMessage(error, 'description')}
          />
        </div>
      </div>
    </Panel>
  );
}
