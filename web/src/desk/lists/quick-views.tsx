import { classNames } from '../../ui/class-names.ts';
import { useListWords } from './list-words.ts';

/** Filters under a name that everybody needs several times a day. */
export interface QuickView<Filters extends object> {
  readonly name: string;
  readonly search: Filters;
}

/** The lists of the day, one press away. On phones they scroll sideways. */
export function QuickViews<Filters extends object>({
  views,
  labelOf,
  search,
  onGo,
}: {
  readonly views: readonly QuickView<Filters>[];
  /** What a view of a name is called. */
  labelOf(name: string): string;
  readonly search: Filters;
  onGo(search: Filters): void;
}) {
  const t = useListWords();
  const shown = markOf(search);
  return (
    <fieldset className="-mx-4 -my-1 flex gap-1 overflow-x-auto px-4 py-1" aria-label={t('quick')}>
      {views.map(({ name, search: wanted }) => {
        const isShown = shown === markOf(wanted);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={isShown}
            onClick={() => onGo(wanted)}
            className={classNames(
              'h-7 shrink-0 rounded-full border px-3 text-sm whitespace-nowrap',
              isShown
                ? 'border-accent bg-accent-soft font-medium text-accent'
                : 'border-line bg-surface text-soft hover:bg-hover hover:text-ink',
            )}
          >
            {labelOf(name)}
          </button>
        );
      })}
    </fieldset>
  );
}

/** The same filters have the same mark, in whatever order the address has them. */
function markOf(search: object): string {
  return Object.entries(search)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
}
