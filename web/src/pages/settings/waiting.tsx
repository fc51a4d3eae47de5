import { Skeleton } from '../../ui/skeleton.tsx';

const LINES = Array.from({ length: 4 }, (_, line) => line);

/** Rows to come, in their height. */
export function Waiting() {
  return (
    <div aria-busy="true" className="flex flex-col divide-y divide-line">
      {LINES.map((line) => (
        <div key={line} className="flex h-14 items-center gap-4 px-4">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 flex-1" />
        </div>
      ))}
    </div>
  );
}
