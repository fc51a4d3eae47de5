import { createRootRoute, Outlet } from '@tanstack/react-router';
import { Tooltip } from 'radix-ui';
import { frameWords } from '../frame/frame-words.ts';
import { Toasts } from '../ui/toast.tsx';
import { uiWords } from '../ui/ui-words.ts';

export const Route = createRootRoute({
  loader: () => Promise.all([uiWords.load(), frameWords.load()]),
  component: () => (
    <Tooltip.Provider delayDuration={400}>
      <Outlet />
      <Toasts />
    </Tooltip.Provider>
  ),
});
