import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { ListingBadge } from '../../desk/listing-badge.tsx';
import { useFormat } from '../../language/format.ts';
import { Field, TextArea, TextField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { amountText } from './amounts.ts';
import { useCatalogueWords } from './catalogue-words.ts';
import { CategoryChoice } from './category-choice.tsx';
import { type ChoicesDraft, choicesBodyOf, choicesDraftOf } from './choices-draft.ts';
import { FirstQuantities } from './first-quantities.tsx';
import { ForgetChoices } from './forget-choices.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { placeIn } from './place-in.ts';
import { PublishDeeds, usePublishing } from './publish-deeds.tsx';
import { RequiredFacts } from './required-facts.tsx';
import { ShopPlaces } from './shop-places.tsx';
import { useRequirements } from './use-requirements.ts';
import { useUsualCategory } from './use-usual-category.ts';

type Product = Schema<'Product'>;
type Place = Schema<'ProductListing'>;

interface PublishInShopProps {
  readonly product: Product;
  readonly shop: Schema<'PlatformAccount'>;
  /** The listings of it that the shop has. */
  readonly places: readonly Place[];
}

/** The choices for one shop, what it would get, and the sending. Where the shop has several listings, for one of them. */
export function PublishInShop({ product, shop, places }: PublishInShopProps) {
  const t = useCatalogueWords();
  const listed = places.filter(({ listing }) => listing !== null);
  const [chosen, setChosen] = useState<number | null>(null);
  const place = listed.find(({ listing }) => listing?.id === chosen) ?? placeIn(places, shop.id);
  return (
    <>
      {listed.length < 2 ? null : (
        <div className="max-w-xl">
          <Field label={t('whichListing')} hint={t('whichListingHint')}>
            {(bound) => (
              <Select
                {...bound}
                className="h-9 w-full"
                value={String(place?.listing?.id)}
                onChoose={(id) => setChosen(Number(id))}
                choices={listed.flatMap(({ listing }) =>
                  listing === null
                    ? []
                    : [
                        {
                          value: String(listing.id),
                          label: [listing.native_listing_id, listing.name].filter(Boolean).join(' · '),
                        },
                      ],
                )}
              />
            )}
          </Field>
        </div>
      )}
      {/* By what was picked, and not by what is there: the first choices make a listing. */}
      <OneListing key={chosen} product={product} shop={shop} place={place} />
    </>
  );
}

interface OneListingProps extends Omit<PublishInShopProps, 'places'> {
  readonly place: Place | undefined;
}

function OneListing(props: OneListingProps) {
  const [start, setStart] = useState(() => choicesDraftOf(props.place, props.product.currency));
  // Choices that were forgotten leave an empty form.
  const forgotten = () => setStart(choicesDraftOf(undefined, props.product.currency));
  return <Choices key={JSON.stringify(start)} {...props} start={start} onForgotten={forgotten} />;
}

function Choices({
  product,
  shop,
  place,
  start,
  onForgotten,
}: OneListingProps & { readonly start: ChoicesDraft; onForgotten(): void }) {
  const t = useCatalogueWords();
  const [draft, setDraft] = useState(start);
  /** What the hub has of it. */
  const [kept, setKept] = useState(start);
  const change = (fields: Partial<ChoicesDraft>) => setDraft((before) => ({ ...before, ...fields }));
  const { publish, seen, tryIt, send } = usePublishing(product.id);
  const choose = queries.useMutation('put', '/api/v1/products/{id}/listings/{account_id}');
  const usual = useUsualCategory(shop.id, product.id, place);
  const category = draft.category ?? usual?.id ?? null;
  const demanded = useRequirements(shop.id, category).data?.requirements?.attributes;
  const faults = publish.data?.results.flatMap((one) => one.faults) ?? [];
  const wrongAt = (field: string) =>
    fieldMessage(choose.error, field) ?? faults.find((one) => one.field === field)?.message;
  const keep = (then: () => void) =>
    choose.mutate(
      {
        params: { path: { id: product.id, account_id: shop.id } },
        body: {
          ...choicesBodyOf(draft, product.currency, demanded?.map(({ key }) => key) ?? null),
          ...(place?.listing == null ? {} : { listing_id: place.listing.id }),
        },
      },
      {
        onSuccess: () => {
          setKept(draft);
          then();
        },
      },
    );
  return (
    <>
      <Standing place={place}>
        {place?.publishes === true ? (
          <ForgetChoices product={product.id} shop={shop.id} shopName={shop.name} onForgotten={onForgotten} />
        ) : null}
      </Standing>
      <Panel title={t('step1')}>
        <div className="px-4 py-4">
          <CategoryChoice
            shop={shop.id}
            product={product.id}
            chosen={draft.category}
            usual={usual}
            wrong={wrongAt('category_id')}
            onChoose={(category) => change({ category })}
          />
        </div>
      </Panel>
      <Panel title={t('step2')}>
        <RequiredFacts
          shop={shop.id}
          product={product}
          category={category}
          values={draft.attributes}
          wrongAt={wrongAt}
          onChange={(attributes) => change({ attributes })}
        />
      </Panel>
      <Panel title={t('step3')}>
        <div className="grid grid-cols-1 gap-4 px-4 py-4 sm:grid-cols-2">
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
          <ShopPlaces
            shop={shop.id}
            chosen={draft.places}
            wrongAt={wrongAt}
            onChoose={(places) => change({ places })}
          />
          <FirstQuantities
            product={product}
            values={draft.quantities}
            wrongAt={wrongAt}
            onChange={(quantities) => change({ quantities })}
          />
          <div className="grid grid-cols-1 gap-4 sm:col-span-2 sm:grid-cols-2">
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
        </div>
      </Panel>
      {choose.error === null ? null : <TroubleNote error={choose.error} />}
      <PublishDeeds
        product={product}
        publish={publish}
        isSeen={seen === draft}
        isBusy={choose.isPending}
        onTry={() => keep(() => tryIt(draft, [shop.id]))}
        onSend={send}
      />
      <LeaveGuard isDirty={draft !== kept && !choose.isPending} />
    </>
  );
}

/** What the shop shows now. */
function Standing({
  place,
  children,
}: {
  readonly place: Place | undefined;
  readonly children: React.ReactNode;
}) {
  const t = useCatalogueWords();
  const format = useFormat();
  const listing = place?.listing ?? null;
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="text-soft">{t('standsNow')}</span>
      {listing === null ? (
        <span>{t('notThere')}</span>
      ) : (
        <>
          <ListingBadge listing={listing} />
          <span className="numeric">
            {listing.price === null ? '' : format.money(listing.price, listing.currency)}
          </span>
          <span className="numeric text-soft">
            {listing.shown_quantity === null ? '' : t('pieces', { count: listing.shown_quantity })}
          </span>
          <span className="numeric text-faint">{listing.native_listing_id}</span>
        </>
      )}
      <span className="ml-auto">{children}</span>
    </div>
  );
}
