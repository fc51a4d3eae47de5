import { Skeleton } from '../ui/skeleton.tsx';

/** Stands for the page of one thing, two columns of panels, until it is there. */
export function WaitingSheet() {
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]" aria-busy="true">
      <Skeleton className="h-72" />
      <Skeleton className="h-72" />
    </div>
  );
}
