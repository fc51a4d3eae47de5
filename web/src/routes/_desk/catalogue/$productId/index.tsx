import { createFileRoute, notFound } from '@tanstack/react-router';
import { carrierWords } from '../../../../desk/carriers/carrier-words.ts';
import { deskWords } from '../../../../desk/desk-words.ts';
import { catalogueWords } from '../../../../pages/catalogue/catalogue-words.ts';
import { ProductPage } from '../../../../pages/catalogue/product-page.tsx';

export const Route = createFileRoute('/_desk/catalogue/$productId/')({
  params: {
    parse: ({ productId }) => {
      if (!/^\d{1,15}$/.test(productId)) throw notFound();
      return { productId };
    },
  },
  loader: () => Promise.all([deskWords.load(), carrierWords.load(), catalogueWords.load()]),
  component: OpenProduct,
});

/** Each product has an editor of its own: what was typed is not carried over to the next. */
function OpenProduct() {
  const { productId } = Route.useParams();
  return <ProductPage key={productId} id={Number(productId)} />;
}
