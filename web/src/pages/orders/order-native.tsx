import type { Schema } from '../../api/types.ts';
import { useOrderWords } from './order-words.ts';

/** The marketplace's own document, for those who want to see it; without its personal parts. */
export function OrderNative({ order }: { readonly order: Schema<'Order'> }) {
  const t = useOrderWords();
  const documents = [
    ...order.packages.map(({ key, native }) => ({ key: `package ${key}`, native })),
    ...order.lines.map(({ id, native }) => ({ key: `line ${id}`, native })),
  ];
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="cursor-pointer px-4 py-2.5 text-base font-semibold">{t('native')}</summary>
      <div className="flex flex-col gap-3 border-t border-line p-4">
        {documents.map(({ key, native }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
          <pre key={key} tabIndex={0} className="max-h-80 overflow-auto rounded-md bg-sunken p-3 text-2xs">
            {JSON.stringify(native, null, 2)}
          </pre>
        ))}
      </div>
    </details>
  );
}
