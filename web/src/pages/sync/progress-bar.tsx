/** How far something is, from 0 to 1; null while nobody knows. */
export function ProgressBar({ share, label }: { readonly share: number | null; readonly label: string }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div
        className={
          share === null
            ? 'h-full w-1/4 animate-pulse rounded-full bg-accent'
            : 'h-full rounded-full bg-accent transition-[width]'
        }
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  );
}
