import { troubleOf } from '../api/problem.ts';
import { showToast } from './toast.tsx';
import { useUiWords } from './ui-words.ts';

/** Tells in passing what went wrong, in the API's own sentence; for what was asked for outside a form. */
export function useTroubleToast(): (error: unknown) => void {
  const t = useUiWords();
  return (error) => {
    const trouble = troubleOf(error);
    const [title, detail] =
      trouble.kind === 'problem'
        ? [trouble.problem.title, trouble.problem.detail]
        : trouble.kind === 'unreachable'
          ? [t('unreachable'), t('unreachableDetail')]
          : [t('bug'), t('bugDetail')];
    showToast({ tone: 'danger', title, detail });
  };
}
