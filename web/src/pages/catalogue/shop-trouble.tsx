import { CircleAlert } from 'lucide-react';
import type { Schema } from '../../api/types.ts';

/** What a shop answers, with its own words and what to do. */
export function ShopTrouble({ trouble }: { readonly trouble: Schema<'Trouble'> }) {
  return (
    <div role="alert" className="flex gap-2 rounded-md border border-warn bg-warn-soft px-3 py-2 text-sm">
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden="true" />
      <p>
        <strong className="text-warn">{trouble.title}</strong> {trouble.detail} {trouble.todo}
        {trouble.native_text === null ? null : <span className="block text-soft">{trouble.native_text}</span>}
      </p>
    </div>
  );
}
