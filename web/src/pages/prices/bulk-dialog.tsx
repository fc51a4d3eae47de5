import { useMemo, useState } from 'react';
import { queries } from '../../api/client.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { pastedPrices } from './pasted-prices.ts';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';
import { type Currencies, useCurrencySign } from './use-currencies.ts';

/** Takes many prices of one shop from a spreadsheet and makes a plan of them; nothing is sent before that is confirmed. */
export function BulkDialog({
  currencies,
  onClose,
  onMade,
}: {
  readonly currencies: Currencies;
  onClose(): void;
  onMade(plan: number): void;
}) {
  const t = usePriceWords();
  const ui = useUiWords();
  const accounts = useAccounts();
  const [shop, setShop] = useState('');
  const [text, setText] = useState('');
  const account = shop === '' ? accounts[0]?.id : Number(shop);
  const currency = currencies.ofShop(account ?? 0);
  const sign = useCurrencySign(currency);
  const { items, bad } = useMemo(() => pastedPrices(text, currency), [text, currency]);
  const make = queries.useMutation('post', '/api/v1/plans', {
    onSuccess: ({ id }) => onMade(id),
    onSettled: pricesChanged,
  });
  return (
    <Dialog open onClose={onClose} title={t('bulkChange')} description={t('bulkHint')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (account === undefined) return;
          make.mutate({
            body: {
              kind: 'set_price',
              items: items.map((item) => ({ account_id: account, currency, ...item })),
            },
          });
        }}
      >
        <Field label={t('shop')}>
          {(bound) => (
            <Select
              {...bound}
              className="h-9 w-full"
              value={String(account ?? '')}
              onChoose={setShop}
              choices={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
        </Field>
        <TextArea
          label={t('bulkLines', { sign })}
          hint={t('bulkLinesHint')}
          rows={8}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={bad.length === 0 ? undefined : t('badLines', { lines: bad.slice(0, 20).join(', ') })}
        />
        {make.error === null ? null : <TroubleNote error={make.error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            type="submit"
            look="primary"
            busy={make.isPending}
            disabled={items.length === 0 || bad.length > 0 || account === undefined}
          >
            {t('previewItems', { count: items.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
