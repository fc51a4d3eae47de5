import type { Schema } from '../../api/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { useSettingsWords } from './settings-words.ts';

const TONES = { active: 'good', failing: 'danger', paused: 'warn' } as const;

export function WebhookState({ state }: { readonly state: Schema<'Webhook'>['state'] }) {
  const t = useSettingsWords();
  return <Badge tone={TONES[state]}>{t.word('webhookState', state)}</Badge>;
}
