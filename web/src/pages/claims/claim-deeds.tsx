import { useState } from 'react';
import type { Schema } from '../../api/types.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ActDialog } from './act-dialog.tsx';
import { useActionName, useClaimWords } from './claim-words.ts';

type Claim = Schema<'ClaimDetail'>;

/** What can be done now, and what the marketplace never offers with what to do instead. */
export function ClaimDeeds({ claim }: { readonly claim: Claim }) {
  const t = useClaimWords();
  const nameOf = useActionName();
  const mayAct = useMay('staff');
  const [chosen, setChosen] = useState<Claim['actions'][number] | null>(null);
  return (
    <Panel title={t('canNow')}>
      <div className="flex flex-col gap-3 px-4 py-3 text-sm">
        {claim.actions.length === 0 ? (
          <p className="text-soft">{t(claim.ended_at === null ? 'nothingNow' : 'isOver')}</p>
        ) : mayAct ? (
          <ul className="flex flex-col gap-2">
            {claim.actions.map((action, place) => (
              <li key={action.action} className="flex flex-col items-start gap-1">
                <Button
                  look={place === 0 && !action.action.endsWith('.reject') ? 'primary' : 'plain'}
                  onClick={() => setChosen(action)}
                >
                  {nameOf(action.action)}
                </Button>
                {action.means === null ? null : <p className="text-2xs text-faint">{action.means}</p>}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-soft">
            {t('staffMay', {
              actions: claim.actions.map(({ action }) => nameOf(action)).join(', '),
            })}
          </p>
        )}
        {claim.not_offered.length === 0 ? null : (
          <details>
            <summary className="cursor-pointer text-soft">
              {t('notOffered', { count: claim.not_offered.length })}
            </summary>
            <dl className="mt-2 flex flex-col gap-2">
              {claim.not_offered.map(({ action, detail }) => (
                <div key={action}>
                  <dt className="font-medium">{nameOf(action)}</dt>
                  <dd className="text-soft">{detail}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
      {chosen === null ? null : <ActDialog claim={claim} action={chosen} onClose={() => setChosen(null)} />}
    </Panel>
  );
}
