import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { TokenDialog } from './token-dialog.tsx';
import { Waiting } from './waiting.tsx';

/** Which programs may come in. */
export function TokensSheet() {
  const t = useSettingsWords();
  const [issuing, setIssuing] = useState(false);
  return (
    <SettingsPage
      sheet="tokens"
      side={
        <Button look="primary" onClick={() => setIssuing(true)}>
          <KeyRound aria-hidden="true" />
          {t('issueToken')}
        </Button>
      }
    >
      <Tokens />
      {issuing ? <TokenDialog onIssued={forgetTokens} onClose={() => setIssuing(false)} /> : null}
    </SettingsPage>
  );
}

function forgetTokens() {
  return queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/api-tokens'] });
}

function Tokens() {
  const t = useSettingsWords();
  const query = queries.useQuery('get', '/api/v1/api-tokens');
  const [ending, setEnding] = useState<Schema<'ApiToken'> | null>(null);
  const revoke = queries.useMutation('delete', '/api/v1/api-tokens/{id}', {
    onSettled: forgetTokens,
    onSuccess: () => setEnding(null),
  });
  return (
    <>
      <p className="text-sm text-soft">{t('tokensHint')}</p>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      <Panel>
        {query.isPending ? <Waiting /> : null}
        {query.data?.api_tokens.length === 0 ? (
          <EmptyState icon={<KeyRound />} title={t('noTokens')}>
            {t('noTokensHint')}
          </EmptyState>
        ) : null}
        <ul className="divide-y divide-line">
          {query.data?.api_tokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => setEnding(token)} />
          ))}
        </ul>
      </Panel>
      {ending === null ? null : (
        <ConfirmDialog
          title={t('revokeToken')}
          detail={t('revokeTokenHint', { name: ending.name })}
          deed={t('revoke')}
          isBusy={revoke.isPending}
          error={revoke.error}
          onDo={() => revoke.mutate({ params: { path: { id: ending.id } } })}
          onClose={() => {
            revoke.reset();
            setEnding(null);
          }}
        />
      )}
    </>
  );
}

function TokenRow({ token, onRevoke }: { readonly token: Schema<'ApiToken'>; onRevoke(): void }) {
  const t = useSettingsWords();
  const format = useFormat();
  const isOver = token.expires_at !== null && Date.parse(token.expires_at) <= Date.now();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5 text-sm">
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium">
          {token.name} <span className="font-mono text-2xs text-faint">{token.prefix}…</span>
        </p>
        <p className="text-2xs text-faint">
          {token.last_used_at === null
            ? t('neverUsed')
            : t('lastUsed', { at: format.moment(token.last_used_at) })}
          {' · '}
          {token.expires_at === null ? t('noEnd') : t('endsAt', { at: format.moment(token.expires_at) })}
        </p>
      </div>
      {isOver ? <Badge tone="danger">{t('expired')}</Badge> : null}
      <Badge>{t.word('role', token.role)}</Badge>
      <Button size="small" look="quiet" onClick={onRevoke}>
        {t('revoke')}
      </Button>
    </li>
  );
}
