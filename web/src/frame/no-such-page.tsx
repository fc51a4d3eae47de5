import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useFrameWords } from './frame-words.ts';

export function NoSuchPage() {
  const t = useFrameWords();
  return (
    <EmptyState
      title={t('noSuchPage')}
      action={
        <Link to="/" className={buttonClass('primary')}>
          {t('home')}
        </Link>
      }
    />
  );
}
