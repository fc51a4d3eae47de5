import { createFileRoute } from '@tanstack/react-router';
import { deskWords } from '../../desk/desk-words.ts';
import { firstRunWords } from '../../desk/first-run/first-run-words.ts';
import { TodayPage } from '../../pages/today/today-page.tsx';
import { todayWords } from '../../pages/today/today-words.ts';

export const Route = createFileRoute('/_desk/')({
  loader: () => Promise.all([deskWords.load(), firstRunWords.load(), todayWords.load()]),
  component: TodayPage,
});
