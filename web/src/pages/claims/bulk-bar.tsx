import { ChevronUp } from 'lucide-react';
import { SelectionBar } from '../../desk/lists/selection-bar.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import type { Verb } from './claim-verbs.ts';
import { useClaimWords } from './claim-words.ts';

/** Shown as buttons of their own; the rest is behind one more. */
const FIRST = 2;

/** What can be done with the selected claims. */
export function BulkBar({
  count,
  verbs,
  onVerb,
  onClear,
}: {
  readonly count: number;
  /** Each with how many of the selected allow it. */
  readonly verbs: readonly (readonly [Verb, number])[];
  onVerb(verb: Verb): void;
  onClear(): void;
}) {
  const t = useClaimWords();
  const nameOf = ([verb, able]: readonly [Verb, number]) =>
    able === count ? t.word('verbs', verb) : t('verbCount', { verb: t.word('verbs', verb), count: able });
  return (
    <SelectionBar count={count} onClear={onClear}>
      {verbs.length === 0 ? <span className="text-sm text-soft">{t('onlyWait')}</span> : null}
      {verbs.slice(0, FIRST).map((one, place) => (
        <Button
          key={one[0]}
          look={place === 0 && one[0] !== 'reject' ? 'primary' : 'plain'}
          onClick={() => onVerb(one[0])}
        >
          {nameOf(one)}
        </Button>
      ))}
      {verbs.length <= FIRST ? null : (
        <Menu
          trigger={
            <button type="button" className={buttonClass('plain')}>
              {t('moreVerbs')}
              <ChevronUp aria-hidden="true" />
            </button>
          }
        >
          {verbs.slice(FIRST).map((one) => (
            <MenuItem key={one[0]} onSelect={() => onVerb(one[0])}>
              {nameOf(one)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </SelectionBar>
  );
}
