import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { minorUnits, wholeUnits } from '../../language/amounts.ts';
import { dayIn } from '../../language/day-in.ts';
import { timeZone } from '../../language/time-zone.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FieldGrid, FormDialog } from './form-dialog.tsx';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';
import { type Currencies, useCurrencySign } from './use-currencies.ts';

const SHARES = ['sale', 'shipping', 'payment'] as const;

/** Tells what selling costs at a marketplace, with where that is written. */
export function FeeDialog({
  rate,
  currencies,
  onClose,
}: {
  readonly rate: Schema<'FeeRate'> | null;
  readonly currencies: Currencies;
  onClose(): void;
}) {
  const t = usePriceWords();
  const desk = useDeskWords();
  const platforms = queries.useQuery('get', '/api/v1/platforms').data?.platforms ?? [];
  const today = dayIn(timeZone(), Date.now());
  // Marketplace, category and day are what a rate is known by: another one of them is another rate.
  const isKnown = rate !== null && rate.id !== null;
  const [form, setForm] = useState({
    platform: rate?.platform ?? '',
    category: rate?.native_category_id ?? '',
    sale: String(rate?.sale_percent ?? ''),
    shipping: String(rate?.shipping_percent ?? 0),
    payment: String(rate?.payment_percent ?? 0),
    fixed: rate === null ? '0' : String(wholeUnits(rate.fixed, currencies.ofPlatform(rate.platform))),
    vat: rate?.vat_included ?? false,
    validFrom: rate?.valid_from ?? today,
    source: rate?.source ?? '',
    checkedOn: rate === null || rate.id === null ? today : rate.checked_on,
  });
  const set = (field: Partial<typeof form>) => setForm({ ...form, ...field });
  const platform = form.platform === '' ? (platforms[0]?.id ?? '') : form.platform;
  const currency = currencies.ofPlatform(platform);
  const sign = useCurrencySign(currency);
  const save = queries.useMutation('put', '/api/v1/fee-rates', {
    onSuccess: () => {
      showToast({ tone: 'good', title: t('feeSaved') });
      onClose();
    },
    onSettled: pricesChanged,
  });
  return (
    <FormDialog
      title={t(rate === null ? 'newFee' : 'editFee')}
      hint={t(isKnown ? 'feeKnownHint' : 'feeDialogHint')}
      error={save.error}
      isBusy={save.isPending}
      onSave={() =>
        save.mutate({
          body: {
            platform,
            native_category_id: form.category.trim() === '' ? null : form.category,
            sale_percent: Number(form.sale),
            shipping_percent: Number(form.shipping),
            payment_percent: Number(form.payment),
            fixed: minorUnits(form.fixed, currency) ?? 0,
            vat_included: form.vat,
            valid_from: form.validFrom,
            source: form.source,
            checked_on: form.checkedOn,
          },
        })
      }
      onClose={onClose}
    >
      <FieldGrid>
        <Field label={t('platform')} error={fieldMessage(save.error, 'platform')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={platform}
              disabled={rate !== null}
              onChoose={(chosen) => set({ platform: chosen })}
              choices={platforms.map(({ id }) => ({ value: id, label: desk.word('platform', id) }))}
            />
          )}
        </Field>
        <TextField
          label={t('category')}
          hint={t('feeCategoryHint')}
          maxLength={50}
          disabled={isKnown}
          value={form.category}
          onChange={(event) => set({ category: event.target.value })}
          error={fieldMessage(save.error, 'native_category_id')}
        />
        {SHARES.map((name) => (
          <TextField
            key={name}
            label={`${t.word('fee', name)} %`}
            type="number"
            step="0.01"
            min={0}
            max={100}
            required
            value={form[name]}
            onChange={(event) => set({ [name]: event.target.value })}
            error={fieldMessage(save.error, `${name}_percent`)}
          />
        ))}
        <TextField
          label={`${t.word('fee', 'fixed')} (${sign})`}
          type="number"
          step="any"
          min={0}
          required
          value={form.fixed}
          onChange={(event) => set({ fixed: event.target.value })}
          error={fieldMessage(save.error, 'fixed')}
        />
        <Field label={t('vat')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={form.vat ? 'in' : 'out'}
              onChoose={(vat) => set({ vat: vat === 'in' })}
              choices={[
                { value: 'out', label: t('vatExtra') },
                { value: 'in', label: t('vatIncluded') },
              ]}
            />
          )}
        </Field>
        <TextField
          label={t('validFrom')}
          type="date"
          required
          disabled={isKnown}
          value={form.validFrom}
          onChange={(event) => set({ validFrom: event.target.value })}
          error={fieldMessage(save.error, 'valid_from')}
        />
        <TextField
          label={t('source')}
          hint={t('sourceHint')}
          required
          maxLength={300}
          value={form.source}
          onChange={(event) => set({ source: event.target.value })}
          error={fieldMessage(save.error, 'source')}
        />
        <TextField
          label={t('checkedDay')}
          type="date"
          required
          value={form.checkedOn}
          onChange={(event) => set({ checkedOn: event.target.value })}
          error={fieldMessage(save.error, 'checked_on')}
        />
      </FieldGrid>
    </FormDialog>
  );
}
