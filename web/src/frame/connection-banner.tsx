import { WifiOff } from 'lucide-react';
import { useLiveState } from '../live/live.ts';
import { Spinner } from '../ui/spinner.tsx';
import { useFrameWords } from './frame-words.ts';

/** Says that what is shown may be out of date while the hub cannot be heard. It goes by itself. */
export function ConnectionBanner() {
  const t = useFrameWords();
  const isLost = useLiveState() === 'lost';
  return (
    <div role="status" aria-live="polite">
      {isLost ? (
        <p className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-sm text-warn">
          <WifiOff className="size-4 shrink-0" aria-hidden="true" />
          <span className="min-w-0 flex-1">{t('lost')}</span>
          <Spinner />
        </p>
      ) : null}
    </div>
  );
}
