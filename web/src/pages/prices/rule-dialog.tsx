import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';
import { AIMS, type RuleForm, ruleBody, ruleForm } from './rule-form.ts';

const DIRECTIONS = ['up', 'down', 'nearest'] as const;

/** Writes a new rule, or changes one; what it does is seen among the quotes before any price is set. */
export function RuleDialog({
  rule,
  onClose,
}: {
  readonly rule: Schema<'PriceRule'> | null;
  onClose(): void;
}) {
  const t = usePriceWords();
  const ui = useUiWords();
  const accounts = useAccounts();
  const [form, setForm] = useState(() => ruleForm(rule));
  const settled = {
    onSuccess: () => {
      showToast({ tone: 'good', title: t('ruleSaved') });
      onClose();
    },
    onSettled: pricesChanged,
  };
  const create = queries.useMutation('post', '/api/v1/price-rules', settled);
  const change = queries.useMutation('put', '/api/v1/price-rules/{id}', settled);
  const error = create.error ?? change.error;
  const set = (field: Partial<RuleForm>) => setForm({ ...form, ...field });
  const number = (name: NumberField, field: string, optional = false) => (
    <TextField
      label={t.word('field', name)}
      type="number"
      step="any"
      inputMode="decimal"
      required={!optional}
      value={form[name]}
      onChange={(event) => set({ [name]: event.target.value })}
      error={fieldMessage(error, field)}
    />
  );
  return (
    <Dialog open onClose={onClose} width="wide" title={t(rule === null ? 'newRule' : 'editRule')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const body = ruleBody(form);
          if (rule === null) create.mutate({ body });
          else change.mutate({ params: { path: { id: rule.id } }, body });
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
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
          <Field label={t('shop')} error={fieldMessage(error, 'account_id')}>
            {(bound) => (
              <Select
                {...bound}
                className="h-9 w-full"
                value={form.account}
                onChoose={(account) => set({ account })}
                choices={[
                  { value: '', label: t('allShops') },
                  ...accounts.map(({ id, name }) => ({ value: String(id), label: name })),
                ]}
              />
            )}
          </Field>
          <TextField
            label={t('product')}
            hint={t('productHint')}
            inputMode="numeric"
            pattern="\d*"
            value={form.product}
            onChange={(event) => set({ product: event.target.value })}
            error={fieldMessage(error, 'product_id')}
          />
          <TextField
            label={t('category')}
            hint={t('categoryHint')}
            maxLength={100}
            value={form.category}
            onChange={(event) => set({ category: event.target.value })}
            error={fieldMessage(error, 'category_id')}
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
          {number('value', form.aim === 'fixed' ? 'aim.price' : 'aim.percent')}
          {number('step', 'rounding.step')}
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
          {number('less', 'rounding.less')}
          {number('shippingCost', 'shipping_cost')}
          {number('otherCost', 'other_cost')}
          {number('floor', 'floor', true)}
          {number('ceiling', 'ceiling', true)}
          {number('changeAtMost', 'change_at_most_percent', true)}
          {number('raise', 'scarcity.raise_percent', true)}
          {form.raise === '' ? null : number('coverDays', 'scarcity.cover_days')}
        </div>
        <p className="text-sm text-faint">{t('minorHint')}</p>
        {error === null ? null : <TroubleNote error={error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" busy={create.isPending || change.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type NumberField =
  | 'value'
  | 'step'
  | 'less'
  | 'shippingCost'
  | 'otherCost'
  | 'floor'
  | 'ceiling'
  | 'changeAtMost'
  | 'raise'
  | 'coverDays';
