import { createFileRoute, notFound } from '@tanstack/react-router';
import { carrierWords } from '../../../desk/carriers/carrier-words.ts';
import { commandWords } from '../../../desk/commands/command-words.ts';
import { contactWords } from '../../../desk/contact/contact-words.ts';
import { deskWords } from '../../../desk/desk-words.ts';
import { ClaimPage } from '../../../pages/claims/claim-page.tsx';
import { claimWords } from '../../../pages/claims/claim-words.ts';

export const Route = createFileRoute('/_desk/claims/$claimId')({
  params: {
    parse: ({ claimId }) => {
      if (!/^\d{1,15}$/.test(claimId)) throw notFound();
      return { claimId };
    },
  },
  loader: () =>
    Promise.all([
      deskWords.load(),
      contactWords.load(),
      claimWords.load(),
      carrierWords.load(),
      commandWords.load(),
    ]),
  component: OpenClaim,
});

/** Each claim has a page of its own: a contact that was shown is not carried over to the next. */
function OpenClaim() {
  const { claimId } = Route.useParams();
  return <ClaimPage key={claimId} id={Number(claimId)} />;
}
