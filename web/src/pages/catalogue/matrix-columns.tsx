import { useMemo } from 'react';
import type { Schema } from '../../api/types.ts';
import type { Column } from '../../desk/desk-table.tsx';
import { Picture, productPicture } from '../../desk/picture.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useFormat } from '../../language/format.ts';
import { useCatalogueWords } from './catalogue-words.ts';
import { ShopCell } from './shop-cell.tsx';
import type { ListingsIn } from './use-listings-of.ts';
import { usePublishingShops } from './use-publishing-shops.ts';

type Product = Schema<'Product'>;

/** The columns of the matrix: the product's own, then one for each connected shop. */
export function useMatrixColumns(listingsIn: ListingsIn): readonly Column<Product>[] {
  const t = useCatalogueWords();
  const format = useFormat();
  const shops = useAccounts();
  const asked = usePublishingShops();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('name'),
        width: 'minmax(15rem, 1fr)',
        cell: (product: Product) => (
          <span className="flex items-center gap-2.5">
            <Picture src={productPicture(product)} />
            <span className="flex min-w-0 flex-col leading-4">
              <RowLink
                href={`/catalogue/${product.id}`}
                className="truncate font-medium text-accent hover:underline"
              >
                {product.name}
              </RowLink>
              <span className="truncate text-2xs text-faint">{product.seller_code}</span>
            </span>
          </span>
        ),
      },
      {
        id: 'price',
        title: t('price'),
        width: '6rem',
        align: 'right' as const,
        cell: ({ price, currency }: Product) => (
          <span className="numeric">{format.money(price, currency)}</span>
        ),
      },
      {
        id: 'stock',
        title: t('available'),
        width: '5.5rem',
        align: 'right' as const,
        cell: ({ available_quantity }: Product) => (
          <span
            className={`numeric ${available_quantity !== null && available_quantity <= 0 ? 'font-medium text-danger' : ''}`}
          >
            {available_quantity === null ? (
              <span className="text-faint">{t('notCounted')}</span>
            ) : (
              format.number(available_quantity)
            )}
          </span>
        ),
      },
      ...shops.map((shop) => ({
        id: `shop-${shop.id}`,
        title: shop.name,
        width: '10.25rem',
        cell: (product: Product) => (
          <ShopCell
            product={product}
            shop={shop}
            isAsked={asked.some(({ id }) => id === shop.id)}
            listings={listingsIn(product.id, shop.id)}
          />
        ),
      })),
    ],
    [t, format, shops, asked, listingsIn],
  );
}
