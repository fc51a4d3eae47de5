import { useBlocker } from '@tanstack/react-router';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCatalogueWords } from './catalogue-words.ts';

/** Asks before a page is left on which something was typed and not saved, by a link as by closing the tab. */
export function LeaveGuard({ isDirty }: { readonly isDirty: boolean }) {
  const t = useCatalogueWords();
  const leaving = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <Dialog
      open
      onClose={leaving.reset}
      title={t('leaveTitle')}
      footer={
        <>
          <Button onClick={leaving.reset}>{t('leaveNot')}</Button>
          <Button look="danger" onClick={leaving.proceed}>
            {t('leave')}
          </Button>
        </>
      }
    >
      <p className="text-sm text-soft">{t('leaveHint')}</p>
    </Dialog>
  );
}
