import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { refreshRuns } from './running-run.tsx';
import { useSyncWords } from './sync-words.ts';

const FORMS = ['orders', 'listings', 'stock', 'all'] as const;
type Form = (typeof FORMS)[number];

const FORM_ID = 'start-sync';

/** Starts a reading now: orders of some days, listings, stock, or everything. */
export function StartDialog({ onClose, onStarted }: { onClose(): void; onStarted(): void }) {
  const t = useSyncWords();
  const ui = useUiWords();
  const { data } = queries.useQuery('get', '/api/v1/platform-accounts');
  const shops = data?.platform_accounts.filter(({ enabled }) => enabled) ?? [];
  const hasNone = data !== undefined && shops.length === 0;
  const [form, setForm] = useState<Form>('orders');
  const [shop, setShop] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const onSuccess = async () => {
    showToast({ tone: 'good', title: t('started') });
    await refreshRuns();
    onStarted();
  };
  const orders = queries.useMutation('post', '/api/v1/sync/orders', { onSuccess });
  const listings = queries.useMutation('post', '/api/v1/sync/products', { onSuccess });
  const stock = queries.useMutation('post', '/api/v1/sync/inventory', { onSuccess });
  const all = queries.useMutation('post', '/api/v1/sync/all', { onSuccess });
  const { error, isPending } = { orders, listings, stock, all }[form];
  const start = () => {
    if (form === 'orders')
      orders.mutate({
        body: {
          ...(shop === '' ? {} : { account_id: Number(shop) }),
          ...(from === '' ? {} : { start_date: from }),
          ...(to === '' ? {} : { end_date: to }),
        },
      });
    else if (form === 'listings')
      // Without any shop this call would publish; reading names them all.
      listings.mutate({
        body: { platform_account_ids: shop === '' ? shops.map(({ id }) => id) : [Number(shop)] },
      });
    else if (form === 'stock') stock.mutate({ body: {} });
    else all.mutate({ body: {} });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('start')}
      description={t.word('startHints', form)}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form={FORM_ID} busy={isPending} disabled={shops.length === 0}>
            {t('startNow')}
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        className="flex flex-col gap-4 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        {hasNone ? <p className="text-sm text-soft">{t('noShopHint')}</p> : null}
        <Field label={t('what')}>
          {({ id }) => (
            <Select
              id={id}
              value={form}
              onChoose={(value) => setForm(FORMS.find((one) => one === value) ?? 'orders')}
              choices={FORMS.map((value) => ({ value, label: t.word('startForms', value) }))}
              className="h-9 w-full"
            />
          )}
        </Field>
        {form === 'orders' || form === 'listings' ? (
          <Field label={t('shop')}>
            {({ id }) => (
              <Select
                id={id}
                value={shop}
                onChoose={setShop}
                choices={[
                  { value: '', label: t('everyShop') },
                  ...shops.map((one) => ({ value: String(one.id), label: one.name })),
                ]}
                className="h-9 w-full"
              />
            )}
          </Field>
        ) : null}
        {form === 'orders' ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              type="date"
              label={t('fromDay')}
              value={from}
              error={fieldMessage(error, 'start_date')}
              onChange={(event) => setFrom(event.target.value)}
            />
            <TextField
              type="date"
              label={t('toDay')}
              value={to}
              error={fieldMessage(error, 'end_date')}
              onChange={(event) => setTo(event.target.value)}
            />
          </div>
        ) : null}
        {error === null ? null : <TroubleNote error={error} />}
      </form>
    </Dialog>
  );
}
