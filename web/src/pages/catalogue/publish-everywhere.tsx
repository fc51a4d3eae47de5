import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schema } from '../../api/types.ts';
import { ListingBadge } from '../../desk/listing-badge.tsx';
import { useFormat } from '../../language/format.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { placeIn } from './place-in.ts';
import { PublishDeeds, usePublishing } from './publish-deeds.tsx';

type Shop = Schema<'PlatformAccount'>;

/** Several shops at once, each with what was chosen for it. */
export function PublishEverywhere({
  product,
  shops,
  places,
}: {
  readonly product: Schema<'Product'>;
  readonly shops: readonly Shop[];
  readonly places: readonly Schema<'ProductListing'>[];
}) {
  const t = useCatalogueWords();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = shops.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const { publish, seen, tryIt, send } = usePublishing(product.id);
  return (
    <>
      <p className="text-sm text-soft">{t('everywhereHint')}</p>
      <Panel title={t('intoShops')}>
        <ul className="flex flex-col divide-y divide-line px-4">
          {shops.map((shop) => (
            <ShopLine
              key={shop.id}
              product={product}
              shop={shop}
              place={placeIn(places, shop.id)}
              isChosen={!left.has(shop.id)}
              onChoose={(isChosen) => {
                const next = new Set(left);
                if (isChosen) next.delete(shop.id);
                else next.add(shop.id);
                setLeft(next);
              }}
            />
          ))}
        </ul>
      </Panel>
      <PublishDeeds
        product={product}
        publish={publish}
        isSeen={seen === left}
        mayTry={chosen.length > 0}
        onTry={() => tryIt(left, chosen)}
        onSend={send}
      />
    </>
  );
}

function ShopLine({
  product,
  shop,
  place,
  isChosen,
  onChoose,
}: {
  readonly product: Schema<'Product'>;
  readonly shop: Shop;
  readonly place: Schema<'ProductListing'> | undefined;
  readonly isChosen: boolean;
  onChoose(isChosen: boolean): void;
}) {
  const t = useCatalogueWords();
  const format = useFormat();
  const listing = place?.listing ?? null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 py-2.5 text-sm">
      <label className="flex min-w-48 items-center gap-2.5" htmlFor={`into-${shop.id}`}>
        <Checkbox id={`into-${shop.id}`} label={shop.name} checked={isChosen} onCheck={onChoose} />
        <span aria-hidden="true" className="font-medium">
          {shop.name}
        </span>
      </label>
      {listing === null ? (
        <span className="text-faint">{t('notThere')}</span>
      ) : (
        <span className="flex items-center gap-2">
          <ListingBadge listing={listing} />
          <span className="numeric text-soft">
            {listing.price === null ? '' : format.money(listing.price, listing.currency)}
          </span>
        </span>
      )}
      <Link
        to="/catalogue/$productId/publish"
        params={{ productId: String(product.id) }}
        search={{ shop: String(shop.id) }}
        className={`${buttonClass('plain', 'small')} ml-auto`}
      >
        {t('chooseForShop')}
        <span className="sr-only"> {shop.name}</span>
      </Link>
    </li>
  );
}
