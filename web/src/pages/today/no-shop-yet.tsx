import { FirstRun } from '../../desk/first-run/first-run.tsx';
import { useTodayWords } from './today-words.ts';

/** The very first visit: nothing is connected yet. */
export function NoShopYet() {
  const t = useTodayWords();
  return (
    <div className="flex flex-col gap-3">
      <p className="text-base">{t('noShop')}</p>
      <FirstRun />
    </div>
  );
}
