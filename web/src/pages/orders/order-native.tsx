import type { Schema } from '../../api/types.ts';
import { NativeDocuments } from '../../desk/native-documents.tsx';
import { useOrderWords } from './order-words.ts';

/** What the marketplace says of the order in its own words. */
export function OrderNative({ order }: { readonly order: Schema<'Order'> }) {
  const t = useOrderWords();
  return (
    <NativeDocuments
      title={t('native')}
      documents={[
        ...order.packages.map(({ key, native }) => ({ key: `package ${key}`, native })),
        ...order.lines.map(({ id, native }) => ({ key: `line ${id}`, native })),
      ]}
    />
  );
}
