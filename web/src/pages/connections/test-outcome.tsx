import { CircleAlert, CircleCheck } from 'lucide-react';
import { useConnectionWords } from './connection-words.ts';
import type { Tested } from './use-setup.ts';

/** What came of trying a shop's keys: what was tried, or exactly what is wrong and what to do. */
export function TestOutcome({ tested }: { readonly tested: Tested }) {
  const t = useConnectionWords();
  const { trouble } = tested;
  if (tested.ok)
    return (
      <div role="status" className="flex items-start gap-2.5 rounded-lg bg-good-soft px-3 py-2.5 text-sm">
        <CircleCheck className="mt-0.5 size-4 shrink-0 text-good" aria-hidden="true" />
        <div className="min-w-0">
          <p className="font-medium text-good">
            {tested.shop_name === null ? t('testGood') : t('testGoodNamed', { name: tested.shop_name })}
          </p>
          {tested.checks.length === 0 ? null : (
            <ul className="list-disc pl-4 text-ink">
              {tested.checks.map((check) => (
                <li key={check}>{check}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    );
  return (
    <div role="alert" className="flex items-start gap-2.5 rounded-lg bg-danger-soft px-3 py-2.5 text-sm">
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
      <div className="min-w-0">
        <p className="font-medium text-danger">{trouble?.title ?? t('testBad')}</p>
        {trouble === null ? null : (
          <>
            <p>{trouble.detail}</p>
            <p className="font-medium">{trouble.todo}</p>
            <p className="mt-1 text-2xs text-soft">
              {[
                trouble.http_status === null ? null : `HTTP ${trouble.http_status}`,
                trouble.native_code,
                trouble.native_text,
              ]
                .filter((text) => text !== null)
                .join(' · ')}
            </p>
          </>
        )}
      </div>
    </div>
  );
}
