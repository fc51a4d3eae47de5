import { createHash } from 'node:crypto';
import type { FetchImage } from '../../../kit/image.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { FilePart } from './multipart.ts';
import { CATALOG_AT_MOST } from './operations.ts';

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/bmp': 'bmp' } as const;

export interface Picture extends FilePart {
  /** SHA-256 of its bytes, in hex. */
  readonly digest: string;
}

/** A seller's picture, as Naver takes it. Throws RefusedDraft where it does not, or where it cannot be fetched. */
export async function fetchPicture(fetchImage: FetchImage | undefined, address: string): Promise<Picture> {
  if (fetchImage === undefined)
    throw new RefusedDraft('images', {
      ko: '이미지를 내려받을 수 없습니다.',
      en: 'Pictures cannot be fetched.',
      ru: 'Загрузить изображения нельзя.',
      uz: 'Rasmlarni yuklab bo‘lmaydi.',
    });
  const image = await fetchImage(address);
  if (image.kind === 'failed')
    throw new RefusedDraft('images', {
      ko: `이미지를 내려받지 못했습니다. ${address} (${image.because})`,
      en: `The picture could not be fetched. ${address} (${image.because})`,
      ru: `Изображение не загрузилось. ${address} (${image.because})`,
      uz: `Rasm yuklanmadi. ${address} (${image.because})`,
    });
  if (image.type === 'image/webp')
    throw new RefusedDraft('images', {
      ko: `WebP는 올릴 수 없습니다. JPG, PNG, GIF, BMP로 바꾸세요. ${address}`,
      en: `WebP is not taken. Make it JPG, PNG, GIF or BMP. ${address}`,
      ru: `WebP не принимается. Нужны JPG, PNG, GIF или BMP. ${address}`,
      uz: `WebP qabul qilinmaydi. JPG, PNG, GIF yoki BMP kerak. ${address}`,
    });
  if (image.bytes.length > CATALOG_AT_MOST.pictureBytes)
    throw new RefusedDraft('images', {
      ko: `이미지가 10MB를 넘습니다. ${address}`,
      en: `The picture is over 10 MB. ${address}`,
      ru: `Изображение больше 10 МБ. ${address}`,
      uz: `Rasm 10 MB dan katta. ${address}`,
    });
  const fileName = `${plainName(address)}.${ENDINGS[image.type]}`;
  const digest = createHash('sha256').update(image.bytes).digest('hex');
  return { bytes: image.bytes, type: image.type, fileName, digest };
}

/** A plain name for a file; Naver gives it one of its own. */
function plainName(address: string): string {
  return (
    new URL(address).pathname
      .split('/')
      .at(-1)
      ?.replace(/\.\w*$/, '')
      .replace(/[^\w-]/g, '_') || 'image'
  );
}
