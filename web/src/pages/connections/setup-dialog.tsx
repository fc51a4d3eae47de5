import { useEffect, useRef, useState } from 'react';
import { fieldMessage, isProblem } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { useFormat } from '../../language/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useConnectionWords } from './connection-words.ts';
import { CredentialFields } from './credential-fields.tsx';
import { emptyForm, fieldsOf, isComplete, type ShopForm } from './shop-form.ts';
import { TestOutcome } from './test-outcome.tsx';
import { useSetup } from './use-setup.ts';

type Platform = Schema<'Platform'>;
type Account = Schema<'PlatformAccount'>;
type Config = Schema<'MarketplaceConfig'>;

const FORM = 'shop-form';

/** Connects a shop, or changes the keys of one: a form from the marketplace's description, a test, and it works. */
export function SetupDialog({
  platforms,
  configs,
  shop,
  onClose,
}: {
  readonly platforms: readonly Platform[];
  readonly configs: readonly Config[];
  /** The shop whose keys change; null connects another one. */
  readonly shop: Account | null;
  onClose(): void;
}) {
  const [chosen, setChosen] = useState(shop?.platform ?? platforms[0]?.id);
  const platform = platforms.find(({ id }) => id === chosen);
  if (platform === undefined) return null;
  return (
    <SetupForm
      key={platform.id}
      platforms={platforms}
      configs={configs}
      platform={platform}
      shop={shop}
      onPlatform={setChosen}
      onClose={onClose}
    />
  );
}

function SetupForm({
  platforms,
  configs,
  platform,
  shop,
  onPlatform,
  onClose,
}: {
  readonly platforms: readonly Platform[];
  readonly configs: readonly Config[];
  readonly platform: Platform;
  readonly shop: Account | null;
  onPlatform(id: string): void;
  onClose(): void;
}) {
  const t = useConnectionWords();
  const ui = useUiWords();
  const desk = useDeskWords();
  const { account, tested, error, step, run } = useSetup(platform, shop);
  const [form, setForm] = useState<ShopForm>(() =>
    shop === null
      ? emptyForm(platform, desk.word('platform', platform.id))
      : { ...emptyForm(platform, shop.name), edition: shop.edition, baseUrl: shop.base_url ?? '' },
  );
  const config = configs.find(({ marketplace }) => marketplace === platform.id);
  const fields = fieldsOf(platform, form.edition);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form may be longer than the window; what came of it must be seen.
    if (tested !== null || error !== null) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [tested, error]);
  const isReady = account === null ? isComplete(fields, form) : form.name.trim() !== '';
  const isBusy = step !== 'idle';
  const isDone = tested?.ok === true;
  // What belongs to a field is said there.
  const isToldByFields = isProblem(error) && (error.errors ?? []).some(({ field }) => isShown(field, fields));
  return (
    <Dialog
      open
      onClose={onClose}
      keepsOpen
      title={shop === null ? t('connect') : t('changeKeysOf', { name: shop.name })}
      description={shop === null ? t('connectHint') : t('changeKeysHint')}
      footer={
        isDone ? (
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{account === null || shop !== null ? ui('cancel') : t('later')}</Button>
            <Button look="primary" type="submit" form={FORM} busy={isBusy} disabled={!isReady}>
              {step === 'testing' ? t('testing') : t('saveAndTest')}
            </Button>
          </>
        )
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-4 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && isReady) run(form);
        }}
      >
        {shop === null ? (
          <Field label={t('marketplace')}>
            {({ id }) => (
              <Select
                id={id}
                value={platform.id}
                disabled={account !== null}
                onChoose={onPlatform}
                choices={platforms.map((one) => ({ value: one.id, label: desk.word('platform', one.id) }))}
                className="h-9 w-full"
              />
            )}
          </Field>
        ) : null}
        {platform.needs_fixed_ip ? (
          <p className="rounded-md bg-info-soft px-3 py-2 text-sm text-info">{t('fixedIp')}</p>
        ) : null}
        {config?.documentation?.startsWith('https://') ? (
          <a
            href={config.documentation}
            target="_blank"
            rel="noreferrer"
            className="self-start text-sm text-accent hover:underline"
          >
            {t('apiDocuments', { name: desk.word('platform', platform.id) })}
          </a>
        ) : null}
        <TextField
          label={t('shopName')}
          hint={t('shopNameHint')}
          value={form.name}
          maxLength={100}
          required
          error={fieldMessage(error, 'name')}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
        <CredentialFields
          fields={fields}
          values={form.credentials}
          kept={account?.secret_fields ?? []}
          error={error}
          onChange={(credentials) => setForm({ ...form, credentials })}
        />
        <MoreFields
          platform={platform}
          account={account}
          usualAddress={config?.api_endpoint ?? ''}
          form={form}
          error={error}
          onChange={setForm}
        />
        <div ref={outcome} className="flex scroll-mb-2 flex-col gap-4 empty:hidden">
          {error === null || isToldByFields ? null : <TroubleNote error={error} />}
          {tested === null ? null : <TestOutcome tested={tested} />}
        </div>
        {isDone && shop === null ? <p className="text-sm text-soft">{t('firstOrders')}</p> : null}
        {tested?.ok === false ? (
          <p className="text-sm text-soft">{t(shop === null ? 'savedNotOn' : 'savedNotWorking')}</p>
        ) : null}
      </form>
    </Dialog>
  );
}

function isShown(field: string, fields: readonly { readonly name: string }[]): boolean {
  return (
    ['name', 'orders_from', 'key_expires_at', 'base_url'].includes(field) ||
    fields.some(({ name }) => field === `credentials.${name}`)
  );
}

/** When the key ends, how far back orders go, and for those who know what they do, where calls go. */
function MoreFields({
  platform,
  account,
  usualAddress,
  form,
  error,
  onChange,
}: {
  readonly platform: Platform;
  readonly account: Account | null;
  /** Where calls go when no address is given. */
  readonly usualAddress: string;
  readonly form: ShopForm;
  readonly error: unknown;
  onChange(form: ShopForm): void;
}) {
  const t = useConnectionWords();
  const format = useFormat();
  const days = platform.key_lifetime_days;
  const ends = account?.key_expires_at ?? null;
  return (
    <>
      <TextField
        type="date"
        label={t('keyExpires')}
        hint={
          ends !== null
            ? t('keyExpiresNow', { day: format.day(ends) })
            : days === null
              ? t('keyExpiresHint')
              : t('keyLives', { days })
        }
        value={form.keyExpires}
        error={fieldMessage(error, 'key_expires_at')}
        onChange={(event) => onChange({ ...form, keyExpires: event.target.value })}
      />
      {account === null ? (
        <TextField
          type="date"
          label={t('ordersFrom')}
          hint={t('ordersFromHint')}
          value={form.ordersFrom}
          error={fieldMessage(error, 'orders_from')}
          onChange={(event) => onChange({ ...form, ordersFrom: event.target.value })}
        />
      ) : null}
      <details className="text-sm">
        <summary className="cursor-pointer text-soft">{t('expert')}</summary>
        <div className="flex flex-col gap-4 pt-3">
          {platform.editions.length > 1 ? (
            <Field label={t('edition')} hint={t('editionHint')}>
              {({ id, ...described }) => (
                <Select
                  id={id}
                  {...described}
                  value={form.edition}
                  onChoose={(edition) => onChange({ ...form, edition })}
                  choices={platform.editions.map(({ name }) => ({
                    value: name,
                    label: t.word('editions', name),
                  }))}
                  className="h-9 w-full"
                />
              )}
            </Field>
          ) : null}
          <TextField
            label={t('baseUrl')}
            hint={t('baseUrlHint')}
            value={form.baseUrl}
            inputMode="url"
            placeholder={usualAddress}
            error={fieldMessage(error, 'base_url')}
            onChange={(event) => onChange({ ...form, baseUrl: event.target.value })}
          />
        </div>
      </details>
    </>
  );
}
