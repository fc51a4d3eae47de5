import { createFileRoute } from '@tanstack/react-router';
import { deskWords } from '../../../desk/desk-words.ts';
import { AnalyticsPage } from '../../../pages/analytics/analytics-page.tsx';
import { readAnalyticsSearch } from '../../../pages/analytics/analytics-search.ts';
import { analyticsWords } from '../../../pages/analytics/analytics-words.ts';

export const Route = createFileRoute('/_desk/analytics/')({
  validateSearch: readAnalyticsSearch,
  loader: () => Promise.all([deskWords.load(), analyticsWords.load()]),
  component: () => <AnalyticsPage search={Route.useSearch()} />,
});
