import { useState } from 'react';
import { useAskKey } from '../../api/ask-key.ts';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FieldGrid, FormDialog } from './form-dialog.tsx';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';
import { ProductField } from './product-field.tsx';
import { AIMS, currencyOf, type RuleForm, ruleBody, ruleForm, scopeText } from './rule-form.ts';
import { type Currencies, useCurrencySign } from './use-currencies.ts';

const DIRECTIONS = ['up', 'down', 'nearest'] as const;

/** Fields that most rules leave alone, by what the API calls them. */
const MORE = {
  step: 'rounding.step',
  less: 'rounding.less',
  floor: 'floor',
  ceiling: 'ceiling',
  changeAtMost: 'change_at_most_percent',
  raise: 'scarcity.raise_percent',
  coverDays: 'scarcity.cover_days',
} as const;
const AMOUNTS: readonly string[] = ['step', 'less', 'shippingCost', 'otherCost', 'floor', 'ceiling'];

type NumberField = keyof typeof MORE | 'value' | 'shippingCost' | 'otherCost';

/** Writes a new rule, or changes one; what it does is seen among the quotes before any price is set. */
export function RuleDialog({
  rule,
  currencies,
  onClose,
  onPreview,
}: {
  readonly rule: Schema<'PriceRule'> | null;
  readonly currencies: Currencies;
  onClose(): void;
  /** Shows what the rules make of prices; absent for who may not see that. */
  readonly onPreview: (() => void) | undefined;
}) {
  const t = usePriceWords();
  const desk = useDeskWords();
  const accounts = useAccounts();
  const [form, setForm] = useState(() => ruleForm(rule, currencyOf(scopeText(rule), currencies)));
  const [isMore, setMore] = useState(false);
  const currency = currencyOf(form.scope, currencies);
  const sign = useCurrencySign(currency);
  const askKey = useAskKey();
  const create = queries.useMutation('post', '/api/v1/price-rules', { onSettled: pricesChanged });
  const change = queries.useMutation('put', '/api/v1/price-rules/{id}', { onSettled: pricesChanged });
  const error = create.error ?? change.error;
  const isMoreWrong = Object.values(MORE).some((field) => fieldMessage(error, field) !== undefined);
  const set = (field: Partial<RuleForm>) => setForm({ ...form, ...field });
  const number = (name: NumberField, field: string, label: string, isOptional = false) => (
    <TextField
      label={AMOUNTS.includes(name) ? `${label} (${sign})` : label}
      type="number"
      step="any"
      inputMode="decimal"
      required={!isOptional}
      value={form[name]}
      onChange={(event) => set({ [name]: event.target.value })}
      error={fieldMessage(error, field)}
    />
  );
  const more = (name: keyof typeof MORE, isOptional = false) =>
    number(name, MORE[name], t.word('field', name), isOptional);
  const saved = () => {
    showToast({
      tone: 'good',
      title: t('ruleSaved'),
      ...(onPreview === undefined ? {} : { action: { label: t('toPreview'), run: onPreview } }),
    });
    onClose();
  };
  const send = () => {
    const body = ruleBody(form, currency);
    const params = { header: askKey.headerFor(body) };
    if (rule === null) create.mutate({ params, body }, { onSuccess: saved });
    else change.mutate({ params: { path: { id: rule.id } }, body }, { onSuccess: saved });
  };
  return (
    <FormDialog
      title={t(rule === null ? 'newRule' : 'editRule')}
      hint={t('ruleDialogHint')}
      error={error}
      isBusy={create.isPending || change.isPending}
      onSave={send}
      onClose={onClose}
    >
      <FieldGrid>
        <TextField
          label={t('name')}
          required
          maxLength={100}
          value={form.name}
          onChange={(event) => set({ name: event.target.value })}
          error={fieldMessage(error, 'name')}
        />
        <Field label={t('state')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={form.enabled ? 'on' : 'off'}
              onChoose={(state) => set({ enabled: state === 'on' })}
              choices={[
                { value: 'on', label: t('ruleOn') },
                { value: 'off', label: t('ruleOff') },
              ]}
            />
          )}
        </Field>
        <Field
          label={t('shop')}
          hint={
            form.scope === '' && currencies.all.length > 1 ? t('mixedCurrencies', { currency }) : undefined
          }
          error={fieldMessage(error, 'account_id') ?? fieldMessage(error, 'platform')}
        >
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={form.scope}
              onChoose={(scope) => set({ scope })}
              choices={[
                { value: '', label: t('allShops') },
                ...[...new Set(accounts.map(({ platform }) => platform))].map((platform) => ({
                  value: `platform:${platform}`,
                  label: t('allOfPlatform', { platform: desk.word('platform', platform) }),
                })),
                ...accounts.map(({ id, name }) => ({ value: `account:${id}`, label: name })),
              ]}
            />
          )}
        </Field>
        <ProductField
          product={form.product}
          error={fieldMessage(error, 'product_id')}
          onChoose={(product) => set({ product })}
        />
        <Field label={t('aim')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={form.aim}
              onChoose={(aim) => set({ aim: AIMS.find((known) => known === aim) ?? form.aim })}
              choices={AIMS.map((aim) => ({ value: aim, label: t.word('aimKind', aim) }))}
            />
          )}
        </Field>
        {number(
          'value',
          VALUE_FIELDS[form.aim],
          form.aim === 'fixed' ? `${t.word('aimValue', 'fixed')} (${sign})` : t.word('aimValue', form.aim),
        )}
        {number('shippingCost', 'shipping_cost', t.word('field', 'shippingCost'))}
        {number('otherCost', 'other_cost', t.word('field', 'otherCost'))}
      </FieldGrid>
      <details
        open={isMore || isMoreWrong}
        onToggle={(event) => setMore(event.currentTarget.open)}
        onInvalid={() => setMore(true)}
      >
        <summary className="cursor-pointer text-sm font-medium text-accent">{t('moreFields')}</summary>
        <div className="mt-3">
          <FieldGrid>
            {more('step')}
            <Field label={t('direction')}>
              {(bound) => (
                <Select
                  {...bound}
                  className="h-9 w-full"
                  value={form.direction}
                  onChoose={(to) => set({ direction: DIRECTIONS.find((known) => known === to) ?? 'up' })}
                  choices={DIRECTIONS.map((to) => ({ value: to, label: t.word('directionTo', to) }))}
                />
              )}
            </Field>
            {more('less')}
            {more('changeAtMost', true)}
            {more('floor', true)}
            {more('ceiling', true)}
            {more('raise', true)}
            {form.raise === '' ? null : more('coverDays')}
            <TextField
              label={t('category')}
              hint={t('categoryHint')}
              maxLength={100}
              value={form.category}
              onChange={(event) => set({ category: event.target.value })}
              error={fieldMessage(error, 'category_id')}
            />
          </FieldGrid>
        </div>
      </details>
    </FormDialog>
  );
}

const VALUE_FIELDS = {
  margin: 'aim.percent',
  markup: 'aim.percent',
  product_price: 'aim.change_percent',
  fixed: 'aim.price',
} as const;
