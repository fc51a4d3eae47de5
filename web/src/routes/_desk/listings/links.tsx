import { createFileRoute } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { compact, idOf } from '../../../desk/search-params.ts';
import { LinksPage } from '../../../pages/listings/links-page.tsx';
import { listingWords } from '../../../pages/listings/listing-words.ts';

export const Route = createFileRoute('/_desk/listings/links')({
  validateSearch: (search): { readonly shop?: string | undefined } => compact({ shop: idOf(search, 'shop') }),
  loader: () => Promise.all([deskWords.load(), listingWords.load()]),
  component: OpenQueue,
});

function OpenQueue() {
  const { shop } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <LinksPage
      key={shop}
      shop={shop === undefined ? null : Number(shop)}
      onShop={(next) => navigate({ search: next === '' ? {} : { shop: next } })}
    />
  );
}
