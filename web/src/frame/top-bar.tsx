import { Link } from '@tanstack/react-router';
import { Languages, LogOut, MenuIcon, Monitor, Moon, Search, Sun, User } from 'lucide-react';
import { currentLanguage, LANGUAGE_CODES, LANGUAGES } from '../language/language.ts';
import { switchLanguage } from '../language/words.ts';
import { useMe } from '../session/me.ts';
import { useSignOut } from '../session/sign-out.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { Menu, MenuItem, MenuLine, MenuTitle } from '../ui/menu.tsx';
import { useFrameWords } from './frame-words.ts';
import { chooseTheme, THEMES, useTheme } from './theme.ts';

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

const ROUND =
  'inline-flex size-8 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink [&_svg]:size-4';

/** The line above every page: where one is, what to look for, and one's own settings. */
export function TopBar({ onMenu, onPalette }: { onMenu(): void; onPalette(): void }) {
  const t = useFrameWords();
  const me = useMe();
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-3">
      <IconButton label={t('menu')} onClick={onMenu} className="lg:hidden">
        <MenuIcon aria-hidden="true" />
      </IconButton>
      <Link to="/" className="flex items-center gap-2 rounded px-1 font-semibold">
        <img src="/favicon.svg" alt="" width={22} height={22} className="size-5.5" />
        <span>{t('name')}</span>
      </Link>
      <span className="hidden min-w-0 truncate border-l border-line pl-3 text-sm text-soft sm:block">
        {me.business.name}
      </span>
      <button
        type="button"
        onClick={onPalette}
        className="ml-auto flex h-8 items-center gap-2 rounded-md border border-brim bg-canvas px-2.5 text-sm text-faint hover:bg-hover max-sm:border-transparent sm:w-56"
      >
        <Search className="size-4" aria-hidden="true" />
        <span className="flex-1 text-left max-sm:sr-only">{t('find')}</span>
        <span className="max-sm:hidden">
          <KeyCap>/</KeyCap>
        </span>
      </button>
      <LanguageMenu />
      <ThemeMenu />
      <PersonMenu />
    </header>
  );
}

function LanguageMenu() {
  const t = useFrameWords();
  return (
    <Menu
      trigger={
        <button type="button" aria-label={t('language')} className={ROUND}>
          <Languages aria-hidden="true" />
        </button>
      }
    >
      {LANGUAGE_CODES.map((code) => (
        <MenuItem key={code} onSelect={() => switchLanguage(code)}>
          <span lang={code} className={code === currentLanguage() ? 'font-semibold' : ''}>
            {LANGUAGES[code].name}
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}

function ThemeMenu() {
  const t = useFrameWords();
  const Shown = THEME_ICONS[useTheme()];
  return (
    <Menu
      trigger={
        <button type="button" aria-label={t('theme')} className={`${ROUND} max-sm:hidden`}>
          <Shown aria-hidden="true" />
        </button>
      }
    >
      <ThemeChoices />
    </Menu>
  );
}

function ThemeChoices() {
  const t = useFrameWords();
  const theme = useTheme();
  return THEMES.map((choice) => {
    const Icon = THEME_ICONS[choice];
    return (
      <MenuItem key={choice} onSelect={() => chooseTheme(choice)}>
        <Icon aria-hidden="true" />
        <span className={choice === theme ? 'font-semibold' : ''}>{t.word('themes', choice)}</span>
      </MenuItem>
    );
  });
}

function PersonMenu() {
  const t = useFrameWords();
  const me = useMe();
  const signOut = useSignOut();
  return (
    <Menu
      trigger={
        <button type="button" aria-label={t('account')} className={ROUND}>
          <User aria-hidden="true" />
        </button>
      }
    >
      <MenuTitle>
        {me.user === null ? me.actor : `${me.user.name} · ${me.user.email}`}
        <br />
        {t.word('roles', me.role)}
      </MenuTitle>
      <MenuLine />
      <ThemeChoices />
      <MenuLine />
      <MenuItem onSelect={signOut}>
        <LogOut aria-hidden="true" />
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
