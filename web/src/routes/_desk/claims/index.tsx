import { createFileRoute } from '@tanstack/react-router';
import { carrierWords } from '../../../desk/carriers/carrier-words.ts';
import { commandWords } from '../../../desk/commands/command-words.ts';
import { deskWords } from '../../../desk/desk-words.ts';
import { listWords } from '../../../desk/lists/list-words.ts';
import { claimWords } from '../../../pages/claims/claim-words.ts';
import { ClaimsPage } from '../../../pages/claims/claims-page.tsx';
import { readClaimsSearch } from '../../../pages/claims/claims-search.ts';

export const Route = createFileRoute('/_desk/claims/')({
  validateSearch: readClaimsSearch,
  loader: () =>
    Promise.all([
      deskWords.load(),
      listWords.load(),
      claimWords.load(),
      carrierWords.load(),
      commandWords.load(),
    ]),
  component: () => <ClaimsPage search={Route.useSearch()} />,
});
