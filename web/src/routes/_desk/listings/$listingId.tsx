import { createFileRoute, notFound } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { ListingPage } from '../../../pages/listings/listing-page.tsx';
import { listingWords } from '../../../pages/listings/listing-words.ts';

export const Route = createFileRoute('/_desk/listings/$listingId')({
  params: {
    parse: ({ listingId }) => {
      if (!/^\d{1,15}$/.test(listingId)) throw notFound();
      return { listingId };
    },
  },
  loader: () => Promise.all([deskWords.load(), listingWords.load()]),
  component: OpenListing,
});

function OpenListing() {
  const { listingId } = Route.useParams();
  return <ListingPage key={listingId} id={Number(listingId)} />;
}
