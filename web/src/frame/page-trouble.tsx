import { useRouter } from '@tanstack/react-router';
import { TroubleNote } from '../ui/trouble-note.tsx';

/** What a page shows instead of itself when it cannot be shown. */
export function PageTrouble({ error, reset }: { readonly error: unknown; reset?: () => void }) {
  const router = useRouter();
  return (
    <div className="mx-auto max-w-2xl p-4">
      <TroubleNote
        error={error}
        onRetry={() => {
          reset?.();
          router.invalidate();
        }}
      />
    </div>
  );
}
