import { useCallback } from 'react';
import { queries } from '../../api/client.ts';
import { troubleOf } from '../../api/problem.ts';
import { showToast } from '../../ui/toast.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { stockChanged } from './stock-changed.ts';

/** What is told when a number that was changed in its place could not be saved. */
export function useSaveTrouble(): (error: unknown) => void {
  const ui = useUiWords();
  return (error) => {
    const trouble = troubleOf(error);
    if (trouble.kind === 'problem')
      showToast({ tone: 'danger', title: trouble.problem.title, detail: trouble.problem.detail });
    else showToast({ tone: 'danger', title: ui('unreachable'), detail: ui('unreachableDetail') });
  };
}

/** Saves from how few on a SKU is running low. */
export function useSafetyStock(): (sku: number, quantity: number) => void {
  const onError = useSaveTrouble();
  const { mutate } = queries.useMutation('put', '/api/v1/inventory/{id}/safety-stock', {
    onError,
    onSettled: stockChanged,
  });
  return useCallback(
    (sku, quantity) => mutate({ params: { path: { id: sku } }, body: { safety_stock: quantity } }),
    [mutate],
  );
}
