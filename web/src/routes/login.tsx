import { createFileRoute } from '@tanstack/react-router';
import { LoginPage } from '../pages/login/login-page.tsx';
import { loginWords } from '../pages/login/login-words.ts';

export const Route = createFileRoute('/login')({
  validateSearch: (search): { back?: string } =>
    typeof search.back === 'string' ? { back: search.back } : {},
  loader: () => loginWords.load(),
  component: () => <LoginPage back={Route.useSearch().back} />,
});
