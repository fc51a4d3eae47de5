import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useInventoryWords } from './inventory-words.ts';
import { PlaceList } from './place-list.tsx';
import { stockChanged } from './stock-changed.ts';

/** How shops are told of stock, who sells the last units, and the places where goods lie. */
export function StockSettings() {
  const query = queries.useQuery('get', '/api/v1/inventory/settings');
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <Answered query={query} height="h-72">
        {(settings) => <Settings key={JSON.stringify(settings)} settings={settings} />}
      </Answered>
      <PlaceList />
    </div>
  );
}

function Settings({ settings }: { readonly settings: Schema<'StockSettings'> }) {
  const t = useInventoryWords();
  const mayChange = useMay('owner');
  const accounts = useAccounts();
  const [continuous, setContinuous] = useState(settings.continuous);
  const [shop, setShop] = useState(String(settings.last_units?.account_id ?? ''));
  const [from, setFrom] = useState(String(settings.last_units?.from ?? 3));
  const save = queries.useMutation('put', '/api/v1/inventory/settings', {
    onSuccess: () => showToast({ tone: 'good', title: t('saved') }),
    onSettled: stockChanged,
  });
  return (
    <Panel title={t('settingsTitle')}>
      <form
        className="flex flex-col gap-4 px-4 py-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            body: {
              continuous,
              last_units: shop === '' ? null : { from: Number(from), account_id: Number(shop) },
            },
          });
        }}
      >
        <div className="flex items-start gap-2 text-sm">
          <Checkbox
            label={t('continuous')}
            checked={continuous}
            disabled={!mayChange}
            onCheck={setContinuous}
            className="mt-0.5"
          />
          <div>
            <p className="font-medium">{t('continuous')}</p>
            <p className="text-soft">{t('continuousHint')}</p>
          </div>
        </div>
        <Field
          label={t('lastUnits')}
          hint={t('lastUnitsHint')}
          error={fieldMessage(save.error, 'last_units.account_id')}
        >
          {(bound) => (
            <Select
              {...bound}
              value={shop}
              disabled={!mayChange}
              onChoose={setShop}
              className="h-9 w-full"
              choices={[
                { value: '', label: t('lastUnitsNobody') },
                ...accounts.map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
            />
          )}
        </Field>
        {shop === '' ? null : (
          <TextField
            label={t('lastUnitsFrom')}
            type="number"
            inputMode="numeric"
            min={1}
            max={1000}
            required
            disabled={!mayChange}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
            error={fieldMessage(save.error, 'last_units.from')}
          />
        )}
        {save.error === null ? null : <TroubleNote error={save.error} />}
        {mayChange ? (
          <div className="flex justify-end">
            <Button type="submit" look="primary" busy={save.isPending}>
              {t('save')}
            </Button>
          </div>
        ) : (
          <p className="text-sm text-faint">{t('ownerOnly')}</p>
        )}
      </form>
    </Panel>
  );
}
