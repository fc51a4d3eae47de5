import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { amountText } from './amounts.ts';
import { useCatalogueWords } from './catalogue-words.ts';
import { CategoryChoice } from './category-choice.tsx';
import { type ChoicesDraft, choicesBodyOf, choicesDraftOf } from './choices-draft.ts';
import { PublishOutcome } from './publish-outcome.tsx';
import { RequiredFacts } from './required-facts.tsx';
import { ShopPlaces } from './shop-places.tsx';

type Product = Schema<'Product'>;

/** So long is waited for the marketplaces' answers; they go on in the background after that. */
const WAIT_SECONDS = 15;

/** Trying and sending; the last answer stays until the next. */
function usePublishing(product: number, shops: readonly number[] | null) {
  const publish = queries.useMutation('post', '/api/v1/products/{id}/publish', {
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/products/{id}/listings'] });
      queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/listings'] });
    },
  });
  const go = (dry_run: boolean) =>
    publish.mutate({
      params: { path: { id: product }, query: { wait: WAIT_SECONDS } },
      body: { dry_run, ...(shops === null ? {} : { account_ids: [...shops] }) },
    });
  return { publish, tryIt: () => go(true), send: () => go(false) };
}

/** Every connected shop with a catalogue at once, with what is chosen for each. */
export function PublishEverywhere({ product }: { readonly product: Product }) {
  const t = useCatalogueWords();
  const { publish, tryIt, send } = usePublishing(product.id, null);
  return (
    <>
      <p className="text-sm text-soft">{t('everywhereHint')}</p>
      <Deeds publish={publish} onTry={tryIt} onSend={send} />
    </>
  );
}

/** The choices for one shop, what it would get, and the sending. */
export function PublishInShop({
  product,
  shop,
  place,
}: {
  readonly product: Product;
  readonly shop: Schema<'PlatformAccount'>;
  readonly place: Schema<'ProductListing'> | undefined;
}) {
  const t = useCatalogueWords();
  const [draft, setDraft] = useState(() => choicesDraftOf(place, product.currency));
  const change = (fields: Partial<ChoicesDraft>) => setDraft((before) => ({ ...before, ...fields }));
  const { publish, tryIt, send } = usePublishing(product.id, [shop.id]);
  const choose = queries.useMutation('put', '/api/v1/products/{id}/listings/{account_id}');
  const faults = publish.data?.results.flatMap((one) => one.faults) ?? [];
  const wrongAt = (field: string) =>
    fieldMessage(choose.error, field) ?? faults.find((one) => one.field === field)?.message;
  const keep = (then: () => void) =>
    choose.mutate(
      {
        params: { path: { id: product.id, account_id: shop.id } },
        body: choicesBodyOf(draft, product.currency),
      },
      { onSuccess: then },
    );
  return (
    <>
      <Panel title={t('step1')}>
        <div className="px-4 py-4">
          <CategoryChoice
            shop={shop.id}
            product={product.id}
            chosen={draft.category}
            wrong={wrongAt('category_id')}
            onChoose={(category) => change({ category })}
          />
        </div>
      </Panel>
      <Panel title={t('step2')}>
        <RequiredFacts
          shop={shop.id}
          product={product}
          category={draft.category ?? place?.listing?.native_category_id ?? null}
          values={draft.attributes}
          wrongAt={wrongAt}
          onChange={(attributes) => change({ attributes })}
        />
      </Panel>
      <Panel title={t('step3')}>
        <div className="grid gap-4 px-4 py-4 sm:grid-cols-2">
          <ShopPlaces
            shop={shop.id}
            chosen={draft.places}
            wrongAt={wrongAt}
            onChoose={(places) => change({ places })}
          />
          <TextField
            label={t('nameHere')}
            placeholder={product.name}
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
            error={wrongAt('overrides.name')}
          />
          <TextField
            label={t('priceHere')}
            inputMode="decimal"
            placeholder={amountText(product.price, product.currency)}
            value={draft.price}
            onChange={({ target }) => change({ price: target.value })}
            error={wrongAt('overrides.price')}
          />
          <TextArea
            label={t('imagesHere')}
            hint={t('imagesHereHint')}
            value={draft.images}
            onChange={({ target }) => change({ images: target.value })}
            error={wrongAt('overrides.images') ?? wrongAt('overrides.images[0]')}
          />
          <TextArea
            label={t('descriptionHere')}
            value={draft.description}
            onChange={({ target }) => change({ description: target.value })}
            error={wrongAt('overrides.description')}
          />
        </div>
      </Panel>
      {choose.error === null ? null : <TroubleNote error={choose.error} />}
      <Deeds
        publish={publish}
        isBusy={choose.isPending}
        onTry={() => keep(tryIt)}
        onSend={() => keep(send)}
      />
    </>
  );
}

/** First what would be sent, then the sending. */
function Deeds({
  publish,
  isBusy = false,
  onTry,
  onSend,
}: {
  readonly publish: ReturnType<typeof usePublishing>['publish'];
  readonly isBusy?: boolean;
  onTry(): void;
  onSend(): void;
}) {
  const t = useCatalogueWords();
  const busy = isBusy || publish.isPending;
  const results = publish.data?.results ?? [];
  const isSeen = results.some(({ state }) => state === 'ready');
  return (
    <>
      {publish.error === null ? null : <TroubleNote error={publish.error} />}
      {publish.data !== undefined && results.length === 0 ? (
        <p role="status" className="text-sm text-soft">
          {t('noShopTakes')}
        </p>
      ) : null}
      <div className="flex flex-col gap-3" aria-live="polite">
        {results.map((outcome) => (
          <PublishOutcome key={outcome.account_id} outcome={outcome} />
        ))}
      </div>
      <div className="sticky bottom-0 flex justify-end gap-2 border-t border-line bg-canvas py-3">
        <Button busy={busy} onClick={onTry}>
          {t('tryFirst')}
        </Button>
        <Button look="primary" busy={busy} disabled={!isSeen} onClick={onSend}>
          {t('send')}
        </Button>
      </div>
    </>
  );
}
