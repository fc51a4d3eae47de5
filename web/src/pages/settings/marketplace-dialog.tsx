import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { fieldMessage } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { useLanguage } from '../../language/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useSettingsWords } from './settings-words.ts';

const FORM = 'marketplace-config';
const LEAST_PERCENT = 10;

/** Changes what an owner may change about a marketplace's API; how calls are signed is the connector's. */
export function MarketplaceDialog({
  platform,
  config,
  onClose,
}: {
  readonly platform: Schema<'Platform'>;
  readonly config: Schema<'MarketplaceConfig'>;
  onClose(): void;
}) {
  const t = useSettingsWords();
  const ui = useUiWords();
  const language = useLanguage();
  const kept = (field: 'api_endpoint' | 'documentation') =>
    config.changed.includes(field) ? (config[field] ?? '') : '';
  const [endpoint, setEndpoint] = useState(kept('api_endpoint'));
  const [percent, setPercent] = useState(String(config.rate_percent));
  const [documentation, setDocumentation] = useState(kept('documentation'));
  const change = queries.useMutation('put', '/api/v1/marketplace-configs/{platform}', {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/marketplace-configs'] });
      showToast({ tone: 'good', title: t('saved') });
      onClose();
    },
  });
  const usual = platform.editions.find(({ name }) => name === platform.default_edition)?.base_url ?? '';
  return (
    <Dialog
      open
      onClose={onClose}
      keepsOpen
      title={t('changeConfigOf', { name: platform.names[language] })}
      description={t('configHint')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form={FORM} busy={change.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-4 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({
            params: { path: { platform: platform.id } },
            body: {
              api_endpoint: endpoint.trim() === '' ? null : endpoint.trim(),
              rate_percent: Number(percent),
              documentation: documentation.trim() === '' ? null : documentation.trim(),
            },
          });
        }}
      >
        {change.error === null ? null : <TroubleNote error={change.error} />}
        <TextField
          label={t('apiEndpoint')}
          hint={t('apiEndpointHint')}
          placeholder={usual}
          inputMode="url"
          spellCheck={false}
          value={endpoint}
          error={fieldMessage(change.error, 'api_endpoint')}
          onChange={(event) => setEndpoint(event.target.value)}
        />
        <TextField
          label={t('ratePercent')}
          hint={t('ratePercentHint')}
          type="number"
          inputMode="numeric"
          required
          min={LEAST_PERCENT}
          max={100}
          className="max-w-28"
          value={percent}
          error={fieldMessage(change.error, 'rate_percent')}
          onChange={(event) => setPercent(event.target.value)}
        />
        <TextField
          label={t('documentation')}
          hint={t('documentationHint')}
          maxLength={500}
          value={documentation}
          error={fieldMessage(change.error, 'documentation')}
          onChange={(event) => setDocumentation(event.target.value)}
        />
        <TextField
          label={t('authType')}
          hint={t('authTypeHint')}
          value={t.word('authTypes', config.auth_type)}
          disabled
          readOnly
        />
      </form>
    </Dialog>
  );
}
