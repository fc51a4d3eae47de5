import { Check, Truck } from 'lucide-react';
import { SelectionBar } from '../../desk/lists/selection-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useOrderWords } from './order-words.ts';

/** What can be done with the selected orders. */
export function BulkBar({
  count,
  isBusy,
  onAcknowledge,
  onShip,
  onClear,
}: {
  readonly count: number;
  readonly isBusy: boolean;
  onAcknowledge(): void;
  onShip(): void;
  onClear(): void;
}) {
  const t = useOrderWords();
  return (
    <SelectionBar count={count} onClear={onClear}>
      <Button look="primary" busy={isBusy} onClick={onAcknowledge}>
        <Check aria-hidden="true" />
        {t('acknowledge')}
        <span className="max-md:hidden">
          <KeyCap>a</KeyCap>
        </span>
      </Button>
      <Button onClick={onShip}>
        <Truck aria-hidden="true" />
        {t('ship')}
        <span className="max-md:hidden">
          <KeyCap>s</KeyCap>
        </span>
      </Button>
    </SelectionBar>
  );
}
