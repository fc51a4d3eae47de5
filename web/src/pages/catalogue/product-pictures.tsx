import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { fieldMessage } from '../../api/problem.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { controlClass } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import type { FormPart } from './form-part.ts';

/** Pictures by their addresses; the first is the main one. Marketplaces fetch them, the desk shows none. */
export function ProductPictures({ draft, change, error }: FormPart) {
  const t = useCatalogueWords();
  const { images } = draft;
  const put = (at: number, address: string) =>
    change({ images: images.map((one, nth) => (nth === at ? address : one)) });
  const first = (at: number) =>
    change({ images: [images[at] ?? '', ...images.filter((_, nth) => nth !== at)] });
  return (
    <Panel
      title={t('pictures')}
      side={
        <Button size="small" onClick={() => change({ images: [...images, ''] })}>
          <Plus aria-hidden="true" />
          {t('addPicture')}
        </Button>
      }
    >
      <div className="flex flex-col gap-2 px-4 py-4">
        <p className="text-sm text-soft">{t('picturesHint')}</p>
        {images.map((address, at) => {
          const wrong = fieldMessage(error, at === 0 ? 'main_image' : `additional_images[${at - 1}]`);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is typed has no other name
            <div key={at} className="flex flex-col gap-1">
              <div className="flex items-center gap-1">
                {at === 0 ? (
                  <Badge tone="accent">{t('mainPicture')}</Badge>
                ) : (
                  <IconButton label={t('makeMain')} onClick={() => first(at)}>
                    <ArrowUp aria-hidden="true" />
                  </IconButton>
                )}
                <input
                  type="url"
                  aria-label={t('pictureAddress', { nth: at + 1 })}
                  aria-invalid={wrong === undefined ? undefined : true}
                  placeholder="https://"
                  className={`${controlClass} h-9 min-w-0 flex-1`}
                  value={address}
                  onChange={({ target }) => put(at, target.value)}
                />
                <IconButton
                  label={t('removePicture', { nth: at + 1 })}
                  onClick={() => change({ images: images.filter((_, nth) => nth !== at) })}
                >
                  <Trash2 aria-hidden="true" />
                </IconButton>
              </div>
              {wrong === undefined ? null : (
                <p role="alert" className="text-sm text-danger">
                  {wrong}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
