import { useNavigate } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { showToast } from '../ui/toast.tsx';
import { useUiWords } from '../ui/ui-words.ts';

/** Ends the session and forgets everything that was shown. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  const t = useUiWords();
  return async () => {
    const answer = await api.POST('/api/auth/sign-out').catch(() => undefined);
    if (answer?.data === undefined) {
      showToast({ tone: 'danger', title: t('unreachable'), detail: t('unreachableDetail') });
      return;
    }
    queryClient.clear();
    await navigate({ to: '/login', search: {} });
  };
}
