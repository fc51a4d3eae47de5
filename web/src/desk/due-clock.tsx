import { useFormat } from '../language/format.ts';
import { classNames } from '../ui/class-names.ts';
import { useNow } from './use-now.ts';

const SOON_MS = 4 * 3_600_000;

/** By when something must happen: red once it has passed, amber in its last four hours. */
export function DueClock({ at }: { readonly at: string | null }) {
  const format = useFormat();
  const now = useNow();
  if (at === null) return <span className="text-faint">–</span>;
  const left = Date.parse(at) - now;
  return (
    <time
      dateTime={at}
      title={format.moment(at)}
      className={classNames(
        'numeric whitespace-nowrap',
        left < 0 ? 'font-medium text-danger' : left < SOON_MS ? 'font-medium text-warn' : 'text-soft',
      )}
    >
      {format.distance(at, now)}
    </time>
  );
}
