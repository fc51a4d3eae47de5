import { createRouter } from '@tanstack/react-router';
import { routeTree } from '../generated/route-tree.ts';
import { onSessionEnded } from './api/session-end.ts';
import { NoSuchPage } from './frame/no-such-page.tsx';
import { PageTrouble } from './frame/page-trouble.tsx';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: PageTrouble,
  defaultNotFoundComponent: NoSuchPage,
  scrollRestoration: true,
  // What a page does not know in its address is passed over, and not sent to the API.
  search: { strict: true },
  // Addresses are for people too: `?q=123` and not `?q=%22123%22`. Everything in them is text.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined);
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

onSessionEnded(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/login') return;
  router.navigate({ to: '/login', search: { back: href }, replace: true });
});
