import { CircleAlert } from 'lucide-react';
import { troubleOf } from '../api/problem.ts';
import { Button } from './button.tsx';
import { useUiWords } from './ui-words.ts';

/** Says what went wrong in the API's own sentence, and the way on. */
export function TroubleNote({ error, onRetry }: { readonly error: unknown; onRetry?: () => void }) {
  const t = useUiWords();
  const trouble = troubleOf(error);
  const [title, detail] =
    trouble.kind === 'problem'
      ? [trouble.problem.title, trouble.problem.detail]
      : trouble.kind === 'unreachable'
        ? [t('unreachable'), t('unreachableDetail')]
        : [t('bug'), t('bugDetail')];
  return (
    <div
      role="alert"
      className="flex items-start gap-2.5 rounded-lg border border-danger bg-danger-soft px-3 py-2.5"
    >
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-medium text-danger">{title}</p>
        <p className="text-ink">{detail}</p>
        {trouble.kind === 'problem' && trouble.problem.errors !== undefined ? (
          <ul className="mt-1 list-disc pl-4">
            {trouble.problem.errors.map(({ field, code, message }) => (
              <li key={`${field} ${code}`}>{message}</li>
            ))}
          </ul>
        ) : null}
        {trouble.kind === 'problem' ? (
          <p className="mt-1 text-2xs text-soft">{t('requestId', { id: trouble.problem.request_id })}</p>
        ) : null}
      </div>
      {onRetry === undefined ? null : (
        <Button size="small" onClick={onRetry}>
          {t('again')}
        </Button>
      )}
    </div>
  );
}
