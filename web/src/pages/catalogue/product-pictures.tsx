import { ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react';
import { fieldMessage } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { Picture, productPicture } from '../../desk/picture.tsx';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { controlClass } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import type { FormPart } from './form-part.ts';
import { TypedPicture } from './typed-picture.tsx';

/** Pictures by their addresses; the first is the main one. Marketplaces fetch them from there; here the hub does. */
export function ProductPictures({
  draft,
  change,
  error,
  saved,
}: FormPart & { readonly saved: Schema<'Product'> | null }) {
  const t = useCatalogueWords();
  const mayAct = useMay('staff');
  const { images } = draft;
  const put = (at: number, address: string) =>
    change({ images: images.map((one, nth) => (nth === at ? address : one)) });
  const swap = (at: number, other: number) =>
    change({
      images: images.map((one, nth) =>
        nth === at ? (images[other] ?? '') : nth === other ? (images[at] ?? '') : one,
      ),
    });
  return (
    <Panel
      title={t('pictures')}
      side={
        mayAct ? (
          <Button size="small" onClick={() => change({ images: [...images, ''] })}>
            <Plus aria-hidden="true" />
            {t('addPicture')}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-3 px-4 py-4">
        <p className="text-sm text-soft">{t('picturesHint')}</p>
        <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          {images.map((address, at) => {
            const wrong = fieldMessage(error, at === 0 ? 'main_image' : `additional_images[${at - 1}]`);
            const nth = saved === null ? -1 : [saved.main_image, ...saved.additional_images].indexOf(address);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is typed has no other name
              <li key={at} className="flex gap-3">
                {saved !== null && nth >= 0 ? (
                  <Picture size="card" alt={t('picture', { nth: at + 1 })} src={productPicture(saved, nth)} />
                ) : (
                  <TypedPicture alt={t('picture', { nth: at + 1 })} address={address} />
                )}
                <div className="flex min-w-0 flex-1 flex-col gap-1.5">
                  <input
                    type="url"
                    aria-label={t('pictureAddress', { nth: at + 1 })}
                    aria-invalid={wrong === undefined ? undefined : true}
                    placeholder="https://"
                    className={`${controlClass} h-9 w-full min-w-0`}
                    value={address}
                    onChange={({ target }) => put(at, target.value)}
                  />
                  {wrong === undefined ? null : (
                    <p role="alert" className="text-sm text-danger">
                      {wrong}
                    </p>
                  )}
                  <div className="flex items-center gap-1">
                    {at === 0 ? <Badge tone="accent">{t('mainPicture')}</Badge> : null}
                    {mayAct ? (
                      <span className="ml-auto flex gap-1">
                        <IconButton
                          label={t('pictureEarlier', { nth: at + 1 })}
                          disabled={at === 0}
                          onClick={() => swap(at, at - 1)}
                        >
                          <ArrowLeft aria-hidden="true" />
                        </IconButton>
                        <IconButton
                          label={t('pictureLater', { nth: at + 1 })}
                          disabled={at === images.length - 1}
                          onClick={() => swap(at, at + 1)}
                        >
                          <ArrowRight aria-hidden="true" />
                        </IconButton>
                        <IconButton
                          label={t('removePicture', { nth: at + 1 })}
                          onClick={() => change({ images: images.filter((_, one) => one !== at) })}
                        >
                          <Trash2 aria-hidden="true" />
                        </IconButton>
                      </span>
                    ) : null}
                  </div>
                </div>
              </li>
            );
          })}
        </ul>
      </div>
    </Panel>
  );
}
