import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useSettingsWords } from './settings-words.ts';

/** Shows a secret this one time; it cannot be read again. */
export function ShownOnce({
  title,
  label,
  secret,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  onClose(): void;
}) {
  const t = useSettingsWords();
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      open
      onClose={onClose}
      keepsOpen
      title={title}
      description={t('shownOnce')}
      footer={
        <>
          <Button
            onClick={async () => {
              // Without https a browser has no clipboard; the field can be selected.
              await navigator.clipboard?.writeText(secret);
              setCopied(navigator.clipboard !== undefined);
            }}
          >
            {copied ? t('copied') : t('copy')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('keptIt')}
          </Button>
        </>
      }
    >
      <TextField
        label={label}
        readOnly
        value={secret}
        onFocus={(event) => event.target.select()}
        className="font-mono"
      />
    </Dialog>
  );
}
