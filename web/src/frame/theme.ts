import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const PLACE = 'moa.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

system.addEventListener('change', paint);

/** What a person has chosen; `system` goes by the machine's own setting. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen(),
  );
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(PLACE, theme);
  paint();
  for (const listener of listeners) listener();
}

function chosen(): Theme {
  const text = localStorage.getItem(PLACE);
  return THEMES.find((theme) => theme === text) ?? 'system';
}

/** The same as `public/theme.js` does before the first paint. */
function paint(): void {
  const theme = chosen();
  const dark = theme === 'dark' || (theme === 'system' && system.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
