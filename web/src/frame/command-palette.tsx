import { useNavigate } from '@tanstack/react-router';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { LANGUAGE_CODES, LANGUAGES } from '../language/language.ts';
import { switchLanguage } from '../language/words.ts';
import { useSignOut } from '../session/sign-out.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { useFrameWords } from './frame-words.ts';
import { useSections } from './navigation.ts';
import { type PaletteDeed, useOfferedDeeds } from './palette-deeds.ts';
import { chooseTheme, THEMES } from './theme.ts';

const LIST = 'palette-list';

/** Everything the desk can do, found by typing. What matches nothing is looked for among the orders. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const t = useFrameWords();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const deeds = useDeeds(text.trim());
  const chosen = deeds[Math.min(at, deeds.length - 1)];
  const run = (deed: PaletteDeed | undefined) => {
    if (deed === undefined) return;
    onClose();
    deed.run();
  };
  const onKey = (event: React.KeyboardEvent) => {
    // A syllable that is still being composed is not finished by Enter.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, deeds.length - 1));
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0));
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <div className="fixed inset-0 z-40 bg-black/40" aria-hidden="true" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-40 flex max-h-[70dvh] w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 flex-col overflow-hidden rounded-xl bg-surface shadow-float"
        >
          <Radix.Title className="sr-only">{t('palette')}</Radix.Title>
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls={LIST}
            aria-activedescendant={chosen === undefined ? undefined : `deed-${chosen.id}`}
            aria-label={t('palette')}
            placeholder={t('paletteHint')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKey}
            className="h-12 shrink-0 border-b border-line bg-surface px-4 text-base outline-none max-sm:text-[16px]"
          />
          <div id={LIST} role="listbox" aria-label={t('palette')} className="min-h-0 overflow-y-auto p-1.5">
            {deeds.map((deed) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys (combobox pattern)
              <div
                key={deed.id}
                id={`deed-${deed.id}`}
                ref={deed === chosen ? intoSight : undefined}
                role="option"
                tabIndex={-1}
                aria-selected={deed === chosen}
                onClick={() => run(deed)}
                onPointerMove={() => setAt(deeds.indexOf(deed))}
                className="flex cursor-pointer items-center gap-3 rounded-md px-3 py-2 text-base aria-selected:bg-accent-soft"
              >
                <span className="min-w-0 flex-1 truncate">{deed.label}</span>
                {deed.shortcut === undefined ? null : <KeyCap>{deed.shortcut}</KeyCap>}
              </div>
            ))}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The keys move on beyond what is in sight. */
function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function useDeeds(text: string): readonly PaletteDeed[] {
  const t = useFrameWords();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const sections = useSections();
  const own = useOfferedDeeds();
  const all: readonly PaletteDeed[] = [
    ...own,
    ...sections.map(({ path, name }) => ({
      id: `go-${name}`,
      label: t('goTo', { section: t.word('section', name) }),
      also: name,
      run: () => navigate({ to: path }),
    })),
    ...LANGUAGE_CODES.map((code) => ({
      id: `language-${code}`,
      label: `${t('language')}: ${LANGUAGES[code].name}`,
      also: `language ${code}`,
      run: () => switchLanguage(code),
    })),
    ...THEMES.map((theme) => ({
      id: `theme-${theme}`,
      label: `${t('theme')}: ${t.word('themes', theme)}`,
      also: `theme ${theme}`,
      run: () => chooseTheme(theme),
    })),
    { id: 'sign-out', label: t('signOut'), also: 'sign out logout', run: signOut },
  ];
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(({ label, also = '' }) => {
    const where = `${label} ${also}`.toLowerCase();
    return words.every((word) => where.includes(word));
  });
  if (text === '') return found;
  return [
    ...found,
    {
      id: 'find-orders',
      label: t('findOrders', { text }),
      run: () => navigate({ to: '/orders', search: { q: text } }),
    },
  ];
}
