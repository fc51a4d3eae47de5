import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queryClient } from '../api/query-client.ts';
import { followEvents } from '../live/live.ts';
import { useMe } from '../session/me.ts';
import { Drawer } from '../ui/dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { useFrameWords } from './frame-words.ts';
import { SideBar } from './side-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';

/** What stands around every page. Pages scroll inside `main`, so that the frame stays. */
export function Frame() {
  const t = useFrameWords();
  const [menuOpen, setMenuOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const place = useRouterState({ select: (state) => state.location.pathname });
  const [from] = useState(useMe().events_from);
  useEffect(() => followEvents(queryClient, from), [from]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the menu
  useEffect(() => setMenuOpen(false), [place]);
  useKeys({ 'mod+k': () => setPaletteOpen(true), '/': () => setPaletteOpen(true) }, { last: true });
  return (
    <div className="flex h-full flex-col">
      <a
        href="#page"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <TopBar onMenu={() => setMenuOpen(true)} onPalette={() => setPaletteOpen(true)} />
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        <nav
          aria-label={t('sections')}
          className="hidden w-48 shrink-0 overflow-y-auto border-r border-line p-2 lg:block"
        >
          <SideBar />
        </nav>
        <main id="page" tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto outline-none">
          <Outlet />
        </main>
      </div>
      <Drawer open={menuOpen} onClose={() => setMenuOpen(false)} title={t('menu')} side="left">
        <nav aria-label={t('sections')}>
          <SideBar />
        </nav>
      </Drawer>
      {paletteOpen ? <CommandPalette onClose={() => setPaletteOpen(false)} /> : null}
    </div>
  );
}
