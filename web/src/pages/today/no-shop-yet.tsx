import { Link } from '@tanstack/react-router';
import { Plug } from 'lucide-react';
import { useSections } from '../../frame/navigation.ts';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useTodayWords } from './today-words.ts';

/** The very first visit: nothing is connected yet. */
export function NoShopYet() {
  const t = useTodayWords();
  const hasConnections = useSections().some(({ path }) => path === '/connections');
  return (
    <EmptyState
      icon={<Plug />}
      title={t('noShop')}
      action={
        hasConnections ? (
          <Link to={'/connections' as string} className={buttonClass('primary', 'large')}>
            {t('connect')}
          </Link>
        ) : null
      }
    >
      {t('noShopHint')}
    </EmptyState>
  );
}
