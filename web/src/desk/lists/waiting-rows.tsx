import { Skeleton } from '../../ui/skeleton.tsx';

const ROWS = Array.from({ length: 14 }, (_, row) => row);

/** Stands for a table until its first rows are there. */
export function WaitingRows() {
  return (
    <div className="flex flex-1 flex-col overflow-hidden border-t border-line bg-surface" aria-busy="true">
      {ROWS.map((row) => (
        <div key={row} className="flex h-9.5 shrink-0 items-center gap-4 border-b border-line px-4">
          <Skeleton className="h-4 w-20" />
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-20" />
        </div>
      ))}
    </div>
  );
}
