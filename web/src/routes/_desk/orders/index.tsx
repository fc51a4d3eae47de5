import { createFileRoute } from '@tanstack/react-router';
export const Route = createFileRoute('/_desk/orders/')({
  validateSearch: (search): { q?: string } => (typeof search.q === 'string' ? { q: search.q } : {}),
  component: () => <p>orders</p>,
});
