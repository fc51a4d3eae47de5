import type { Schema } from '../../api/types.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { useCommandWords } from './command-words.ts';

type State = Schema<'Command'>['state'];

const TONES: Readonly<Record<State, Tone>> = {
  pending: 'plain',
  sending: 'info',
  unknown: 'warn',
  done: 'good',
  partial: 'warn',
  refused: 'danger',
  dead: 'danger',
  superseded: 'plain',
  canceled: 'plain',
};

/** How far a command has come. */
export function CommandState({ state }: { readonly state: State }) {
  const t = useCommandWords();
  return <Badge tone={TONES[state]}>{t.word('state', state)}</Badge>;
}
