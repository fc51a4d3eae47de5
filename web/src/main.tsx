import './style.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { currentLanguage, followLanguage } from './language/language.ts';
import { router } from './router.ts';

const RELOADED = 'moa.reloaded';
const RELOAD_AGAIN_MS = 60_000;

// A newer Moa has other chunks: the desk of the one before finds its own no more and begins anew, once in a while.
addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < RELOAD_AGAIN_MS) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
});

const place = document.getElementById('desk');
if (place === null) throw new Error('the page has no place for the desk');
document.documentElement.lang = currentLanguage();
// What the API has said so far, it said in the language before.
followLanguage(() => queryClient.invalidateQueries());
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
