import type { Schema } from '../../api/types.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { useSyncWords } from './sync-words.ts';

type Status = Schema<'SyncRun'>['status'];

const TONES: Readonly<Record<Status, Tone>> = {
  queued: 'plain',
  running: 'info',
  success: 'good',
  partial: 'warn',
  failed: 'danger',
  canceled: 'plain',
};

/** How a reading stands. */
export function RunBadge({ status }: { readonly status: Status }) {
  const t = useSyncWords();
  return <Badge tone={TONES[status]}>{t.word('runStatus', status)}</Badge>;
}
