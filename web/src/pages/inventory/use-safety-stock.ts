import { useCallback } from 'react';
import { queries } from '../../api/client.ts';
import { useTroubleToast } from '../../ui/trouble-toast.ts';
import { stockChanged } from './stock-changed.ts';

/** Saves from how few on a SKU is running low. */
export function useSafetyStock(): (sku: number, quantity: number) => Promise<unknown> {
  const { mutateAsync } = queries.useMutation('put', '/api/v1/inventory/{id}/safety-stock', {
    onError: useTroubleToast(),
    onSettled: stockChanged,
  });
  return useCallback(
    (sku, quantity) => mutateAsync({ params: { path: { id: sku } }, body: { safety_stock: quantity } }),
    [mutateAsync],
  );
}
