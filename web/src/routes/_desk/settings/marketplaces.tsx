import { createFileRoute } from '@tanstack/react-router';
import { MarketplacesSheet } from '../../../pages/settings/marketplaces-sheet.tsx';
import { settingsWords } from '../../../pages/settings/settings-words.ts';

export const Route = createFileRoute('/_desk/settings/marketplaces')({
  loader: () => settingsWords.load(),
  component: MarketplacesSheet,
});
