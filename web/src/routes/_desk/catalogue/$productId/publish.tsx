import { createFileRoute, notFound } from '@tanstack/react-router';
import { deskWords } from '../../../../desk/desk-words.ts';
import { compact, idOf } from '../../../../desk/search-params.ts';
import { catalogueWords } from '../../../../pages/catalogue/catalogue-words.ts';
import { PublishPage } from '../../../../pages/catalogue/publish-page.tsx';

export const Route = createFileRoute('/_desk/catalogue/$productId/publish')({
  params: {
    parse: ({ productId }) => {
      if (!/^\d{1,15}$/.test(productId)) throw notFound();
      return { productId };
    },
  },
  validateSearch: (search): { readonly shop?: string | undefined } => compact({ shop: idOf(search, 'shop') }),
  loader: () => Promise.all([deskWords.load(), catalogueWords.load()]),
  component: OpenWizard,
});

function OpenWizard() {
  const { productId } = Route.useParams();
  const { shop } = Route.useSearch();
  return (
    <PublishPage
      key={`${productId} ${shop}`}
      id={Number(productId)}
      shop={shop === undefined ? null : Number(shop)}
    />
  );
}
