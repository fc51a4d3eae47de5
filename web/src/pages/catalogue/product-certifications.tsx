import { Plus, Trash2 } from 'lucide-react';
import { fieldMessage } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import type { FormPart } from './form-part.ts';

/** Certifications that the goods have, such as KC. */
export function ProductCertifications({ draft: { certifications }, change, error }: FormPart) {
  const t = useCatalogueWords();
  return (
    <>
      {certifications.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is typed has no other name
        <div key={at} className="flex flex-wrap items-end gap-2">
          {(['kind', 'number', 'agency'] as const).map((name) => (
            <div key={name} className="min-w-32 flex-1">
              <TextField
                label={t.word('certification', name)}
                value={one[name]}
                onChange={({ target }) =>
                  change({
                    certifications: certifications.map((each, nth) =>
                      nth === at ? { ...each, [name]: target.value } : each,
                    ),
                  })
                }
                error={fieldMessage(error, `certifications[${at}].${name}`)}
              />
            </div>
          ))}
          <IconButton
            label={t('removeCertification', { nth: at + 1 })}
            onClick={() => change({ certifications: certifications.filter((_, nth) => nth !== at) })}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            change({ certifications: [...certifications, { kind: '', number: '', agency: '' }] })
          }
        >
          <Plus aria-hidden="true" />
          {t('addCertification')}
        </Button>
      </div>
    </>
  );
}
