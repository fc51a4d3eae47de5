import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { controlClass, TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import type { FormPart } from './form-part.ts';
import { emptySku, generateSkus, isSameOptions, type OptionRow, type SkuRow } from './sku-rows.ts';

/** No marketplace takes more. */
const MOST_OPTIONS = 3;
const NUMBERS = ['price', 'stock', 'safetyStock', 'cost', 'barcode'] as const;
/** Names of the same in the API's problems. */
const FIELDS = {
  price: 'price',
  stock: 'stock_quantity',
  safetyStock: 'safety_stock',
  cost: 'cost',
  barcode: 'barcode',
} as const;

/** What can be bought of a product: one thing, or one for each combination of options. */
export function ProductOptions({
  saved,
  ...part
}: FormPart & {
  /** As it stands; null for something new. */
  readonly saved: Schema<'Product'> | null;
}) {
  const { draft, change, error } = part;
  const t = useCatalogueWords();
  const counted = new Map(saved?.skus.map(({ code, stock_quantity }) => [code, stock_quantity]));
  const codes = new Set(draft.skus.map(({ code }) => code.trim()));
  const given = saved?.skus.filter(({ code }) => !codes.has(code)) ?? [];
  const put = (at: number, fields: Partial<SkuRow>) =>
    change({ skus: draft.skus.map((row, nth) => (nth === at ? { ...row, ...fields } : row)) });
  const isSingle = draft.optionNames.length === 0;
  const countedHint = (count: number | null | undefined) =>
    count == null ? undefined : t('nowCounted', { count });
  return (
    <Panel title={t('options')}>
      <div className="flex flex-col gap-4 px-4 py-4">
        <OptionsGenerator {...part} />
        {['option_names', 'skus'].map((field) =>
          fieldMessage(error, field) === undefined ? null : (
            <p key={field} role="alert" className="text-sm text-danger">
              {fieldMessage(error, field)}
            </p>
          ),
        )}
        <p className="text-sm text-soft">{t('skusHint')}</p>
        {given.length === 0 ? null : (
          <p role="status" className="text-sm text-warn">
            {t('skusGivenUp', { list: given.map(({ code }) => code).join(', ') })}
          </p>
        )}
        <div className="relative overflow-x-auto">
          <table className="w-full min-w-2xl text-sm">
            <thead>
              <tr className="text-left text-2xs text-soft">
                {draft.optionNames.map((name) => (
                  <th key={name} scope="col" className="py-1 pr-3 font-medium whitespace-nowrap">
                    {name}
                  </th>
                ))}
                <th scope="col" className="py-1 pr-2 font-medium">
                  {t('skuCode')}
                </th>
                {NUMBERS.map((name) => (
                  <th key={name} scope="col" className="py-1 pr-2 font-medium">
                    {t(name)}
                  </th>
                ))}
                <th scope="col">
                  <span className="sr-only">{t('removeSku', { code: '' })}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {draft.skus.map((row, at) => (
                <tr key={row.key} className="align-top">
                  {draft.optionNames.map((name, nth) => (
                    <td key={name} className="py-1 pr-3 leading-8 whitespace-nowrap">
                      {row.values[nth]}
                    </td>
                  ))}
                  <SkuCell
                    label={`${t('skuCode')} ${at + 1}`}
                    value={row.code}
                    wrong={
                      fieldMessage(error, `skus[${at}].code`) ??
                      fieldMessage(error, `skus[${at}].option_values`)
                    }
                    onType={(code) => put(at, { code })}
                  />
                  {NUMBERS.map((name) => (
                    <SkuCell
                      key={name}
                      label={`${t(name)} ${row.code || at + 1}`}
                      hint={
                        name === 'price'
                          ? draft.price
                          : name === 'stock'
                            ? countedHint(counted.get(row.code))
                            : undefined
                      }
                      value={row[name]}
                      wrong={fieldMessage(error, `skus[${at}].${FIELDS[name]}`)}
                      onType={(text) => put(at, { [name]: text })}
                    />
                  ))}
                  <td className="py-1">
                    <IconButton
                      label={t('removeSku', { code: row.code || String(at + 1) })}
                      disabled={isSingle || draft.skus.length === 1}
                      onClick={() => change({ skus: draft.skus.filter((_, nth) => nth !== at) })}
                    >
                      <Trash2 aria-hidden="true" />
                    </IconButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Panel>
  );
}

function SkuCell({
  label,
  hint,
  value,
  wrong,
  onType,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly wrong: string | undefined;
  onType(text: string): void;
}) {
  const fault = useId();
  return (
    <td className="py-1 pr-2">
      <input
        aria-label={label}
        aria-invalid={wrong === undefined ? undefined : true}
        aria-describedby={wrong === undefined ? undefined : fault}
        placeholder={hint}
        value={value}
        onChange={({ target }) => onType(target.value)}
        className={`${controlClass} numeric h-8 w-full min-w-20`}
      />
      {wrong === undefined ? null : (
        <p id={fault} className="text-danger">
          {wrong}
        </p>
      )}
    </td>
  );
}

/** Makes the SKUs of all combinations; what is there already stays, with its code. */
function OptionsGenerator({ draft, change }: FormPart) {
  const t = useCatalogueWords();
  const { typed, made } = draft.options;
  const type = (rows: readonly OptionRow[]) => change({ options: { typed: rows, made } });
  const put = (at: number, fields: Partial<OptionRow>) =>
    type(typed.map((row, nth) => (nth === at ? { ...row, ...fields } : row)));
  const generate = () => {
    const options = { typed, made: typed };
    const { names, rows } = generateSkus(typed, draft.skus, draft.sellerCode);
    if (names.length > 0) change({ optionNames: names, skus: rows, options });
    else change({ optionNames: [], skus: [{ ...(draft.skus[0] ?? emptySku('only')), values: [] }], options });
  };
  return (
    <div className="flex flex-col gap-2">
      {typed.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is typed has no other name
        <div key={at} className="flex items-end gap-2">
          <div className="w-32 shrink-0">
            <TextField
              label={t('optionName')}
              value={row.name}
              onChange={({ target }) => put(at, { name: target.value })}
            />
          </div>
          <div className="min-w-0 flex-1">
            <TextField
              label={t('optionValues')}
              placeholder={t('optionValuesExample')}
              value={row.values}
              onChange={({ target }) => put(at, { values: target.value })}
            />
          </div>
          <IconButton
            label={t('removeOption', { nth: at + 1 })}
            onClick={() => type(typed.filter((_, nth) => nth !== at))}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          disabled={typed.length >= MOST_OPTIONS}
          onClick={() => type([...typed, { name: '', values: '' }])}
        >
          <Plus aria-hidden="true" />
          {t('addOption')}
        </Button>
        {typed.length === 0 && draft.optionNames.length === 0 ? null : (
          <Button size="small" look="primary" onClick={generate}>
            {t('generate')}
          </Button>
        )}
        {isSameOptions(typed, made) ? null : (
          <span role="status" className="text-sm text-warn">
            {t('optionsUnmade')}
          </span>
        )}
      </div>
    </div>
  );
}
