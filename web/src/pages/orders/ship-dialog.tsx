import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useOrderWords } from './order-words.ts';
import { readPasted } from './pasted-invoices.ts';
import { ShipList } from './ship-list.tsx';
import { ShipPreview } from './ship-preview.tsx';
import { type ShippedOrder, useShipPlan } from './use-ship-plan.ts';
import type { Work } from './work.ts';

/**
 * Ships many orders from a list that is pasted or comes in a file. Two steps, by the API's own plan: first what would be
 * sent, and what cannot; then the sending.
 */
export function ShipDialog({
  orders: selected,
  onClose,
  onSent,
}: {
  /** The selected ones, in the order of the list. Others are found by their number. */
  readonly orders: readonly ShippedOrder[];
  onClose(): void;
  onSent(work: Work): void;
}) {
  const t = useOrderWords();
  const ui = useUiWords();
  // As they were chosen: the list behind goes on changing, and must not move invoices to other orders.
  const [orders] = useState(selected);
  const [text, setText] = useState('');
  const ship = useShipPlan({ orders, onSent });
  const pasted = readPasted(text);
  const planned = ship.shipments.filter(({ trouble }) => trouble === null).length;
  const { isLooking, isBusy } = ship;
  const sendButton = useRef<HTMLButtonElement>(null);
  // Two presses of Enter ship a list by keyboard: the first checks it, the second sends what was looked at.
  useEffect(() => {
    if (isLooking && !isBusy) sendButton.current?.focus();
  }, [isLooking, isBusy]);
  const check = () => (pasted.lines.length === 0 ? undefined : ship.prepare(pasted.lines));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('shipByPaste')}
      description={
        isLooking
          ? undefined
          : orders.length === 0
            ? t('pasteHint')
            : t('pasteHintSelected', { count: orders.length })
      }
      width="wide"
      footer={
        isLooking ? (
          <>
            <Button onClick={ship.back}>{t('backToPaste')}</Button>
            <Button
              ref={sendButton}
              look="primary"
              busy={isBusy}
              disabled={planned === 0}
              onClick={ship.send}
            >
              {t('sendCount', { count: planned })}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <Button look="primary" busy={isBusy} disabled={pasted.lines.length === 0} onClick={check}>
              {t('check')}
            </Button>
          </>
        )
      }
    >
      {ship.error === null ? null : (
        <div className="mb-3">
          <TroubleNote error={ship.error} />
        </div>
      )}
      {/* The list stays as it was typed while its preview is looked at. */}
      <div hidden={isLooking}>
        <ShipList orders={orders} text={text} pasted={pasted} onText={setText} onCheck={check} />
      </div>
      {isLooking ? <ShipPreview shipments={ship.shipments} unreadable={pasted.unreadable} /> : null}
    </Dialog>
  );
}
