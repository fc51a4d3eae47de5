import { classNames } from './class-names.ts';

/** Holds the place of what is being fetched, in its size, so that nothing moves when it comes. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames('block animate-pulse rounded bg-sunken', className ?? 'h-4')}
    />
  );
}
