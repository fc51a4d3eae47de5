import { createFileRoute } from '@tanstack/react-router';
import { settingsWords } from '../../../pages/settings/settings-words.ts';
import { TokensSheet } from '../../../pages/settings/tokens-sheet.tsx';

export const Route = createFileRoute('/_desk/settings/tokens')({
  loader: () => settingsWords.load(),
  component: TokensSheet,
});
