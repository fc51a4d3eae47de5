import { createFileRoute, notFound } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { inventoryWords } from '../../../pages/inventory/inventory-words.ts';
import { SkuPage } from '../../../pages/inventory/sku-page.tsx';

export const Route = createFileRoute('/_desk/inventory/$skuId')({
  params: {
    parse: ({ skuId }) => {
      if (!/^\d{1,15}$/.test(skuId)) throw notFound();
      return { skuId };
    },
  },
  loader: () => Promise.all([deskWords.load(), inventoryWords.load()]),
  component: OpenSku,
});

function OpenSku() {
  const { skuId } = Route.useParams();
  return <SkuPage key={skuId} id={Number(skuId)} />;
}
