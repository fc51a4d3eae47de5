import type { ImageRules } from '../../../marketplaces/kit/listing-rules.ts';
import type { Picture } from '../../../store/publish/pictures.ts';
import { type DraftFault, fault } from '../draft-fault.ts';
import { amountWords } from './words.ts';

export interface PictureVerdict {
  readonly faults: readonly DraftFault[];
  readonly warnings: readonly DraftFault[];
}

/** Pictures that the marketplace would not take. One that could not be looked at is its own to fetch. */
export function pictureFaults(
  addresses: readonly string[],
  pictures: ReadonlyMap<string, Picture>,
  rules: ImageRules,
): PictureVerdict {
  if (addresses.length === 0)
    return {
      faults: [
        fault('main_image', 'missing', {
          ko: '대표 이미지가 없습니다.',
          en: 'There is no main picture.',
          ru: 'Нет главного изображения.',
          uz: 'Asosiy rasm yo‘q.',
        }),
      ],
      warnings: [],
    };
  const verdicts = addresses.map((address, nth) => {
    const field = nth === 0 ? 'main_image' : `additional_images[${nth - 1}]`;
    const picture = pictures.get(address);
    const long = addressFault(field, address, rules);
    if (picture === undefined || picture.kind === 'unseen') {
      const unseen = unseenFault(field, picture?.because ?? 'unknown', rules);
      return rules.arrival === 'uploaded'
        ? { faults: [...long, unseen], warnings: [] }
        : { faults: long, warnings: [unseen] };
    }
    return { faults: [...long, ...faultsOf(field, picture, rules)], warnings: [] };
  });
  return {
    faults: verdicts.flatMap(({ faults }) => faults),
    warnings: verdicts.flatMap(({ warnings }) => warnings),
  };
}

function addressFault(field: string, address: string, { maxUrlLength }: ImageRules): readonly DraftFault[] {
  if (maxUrlLength === null || address.length <= maxUrlLength) return [];
  return [
    fault(field, 'address_too_long', {
      ko: `이미지 주소는 ${maxUrlLength}자까지입니다. 지금 ${address.length}자입니다.`,
      en: `The address of a picture may have ${maxUrlLength} characters. This one has ${address.length}.`,
      ru: `Адрес изображения может быть не длиннее ${maxUrlLength} знаков, сейчас их ${address.length}.`,
      uz: `Rasm manzili ${maxUrlLength} belgidan oshmasin, hozir ${address.length} ta.`,
    }),
  ];
}

function unseenFault(field: string, because: string, { arrival }: ImageRules): DraftFault {
  return arrival === 'uploaded'
    ? fault(field, 'picture_unreachable', {
        ko: `이미지를 내려받을 수 없어 마켓에 올릴 수 없습니다. (${because})`,
        en: `The picture cannot be fetched, so it cannot be handed over. (${because})`,
        ru: `Изображение не загружается, поэтому передать его нельзя. (${because})`,
        uz: `Rasmni yuklab bo‘lmadi, shuning uchun uni topshirib bo‘lmaydi. (${because})`,
      })
    : fault(field, 'picture_unseen', {
        ko: `이미지를 미리 확인하지 못했습니다. 마켓이 직접 내려받습니다. (${because})`,
        en: `The picture could not be looked at beforehand. The marketplace fetches it by itself. (${because})`,
        ru: `Заранее посмотреть изображение не удалось. Маркетплейс загрузит его сам. (${because})`,
        uz: `Rasmni oldindan ko‘rib bo‘lmadi. Marketpleys uni o‘zi yuklab oladi. (${because})`,
      });
}

function faultsOf(
  field: string,
  picture: Exclude<Picture, { readonly kind: 'unseen' }>,
  rules: ImageRules,
): readonly DraftFault[] {
  if (picture.kind === 'bad') return [badFault(field, picture.because)];
  const { format, bytes, width, height } = picture;
  const { formats, maxBytes, minPixels, maxPixels, square } = rules;
  const faults: DraftFault[] = [];
  if (!formats.includes(format))
    faults.push(
      fault(field, 'picture_format', {
        ko: `${format} 이미지는 쓸 수 없습니다. 쓸 수 있는 형식: ${formats.join(', ')}`,
        en: `Pictures of the kind ${format} are not taken. These are: ${formats.join(', ')}`,
        ru: `Формат ${format} не принимается. Можно: ${formats.join(', ')}`,
        uz: `${format} shakli qabul qilinmaydi. Mumkin: ${formats.join(', ')}`,
      }),
    );
  if (maxBytes !== null && bytes > maxBytes)
    faults.push(
      fault(field, 'picture_too_large', {
        ko: `이미지 파일이 ${amountWords(bytes)}바이트입니다. ${amountWords(maxBytes)}바이트까지입니다.`,
        en: `The file has ${amountWords(bytes)} bytes. Up to ${amountWords(maxBytes)} are taken.`,
        ru: `В файле ${amountWords(bytes)} байт, а можно до ${amountWords(maxBytes)}.`,
        uz: `Fayl ${amountWords(bytes)} bayt, ${amountWords(maxBytes)} gacha mumkin.`,
      }),
    );
  if (minPixels !== null && Math.min(width, height) < minPixels)
    faults.push(
      fault(field, 'picture_too_small', {
        ko: `이미지가 ${width}×${height}픽셀입니다. 가로와 세로가 ${minPixels}픽셀 이상이어야 합니다.`,
        en: `The picture has ${width}×${height} pixels. Each side must have at least ${minPixels}.`,
        ru: `Размер изображения ${width}×${height}. Каждая сторона должна быть не меньше ${minPixels} пикселей.`,
        uz: `Rasm o‘lchami ${width}×${height}. Har bir tomoni kamida ${minPixels} piksel bo‘lishi kerak.`,
      }),
    );
  if (maxPixels !== null && Math.max(width, height) > maxPixels)
    faults.push(
      fault(field, 'picture_too_big', {
        ko: `이미지가 ${width}×${height}픽셀입니다. 가로와 세로가 ${maxPixels}픽셀 이하여야 합니다.`,
        en: `The picture has ${width}×${height} pixels. No side may have more than ${maxPixels}.`,
        ru: `Размер изображения ${width}×${height}. Каждая сторона должна быть не больше ${maxPixels} пикселей.`,
        uz: `Rasm o‘lchami ${width}×${height}. Har bir tomoni ${maxPixels} pikseldan oshmasin.`,
      }),
    );
  if (square && width !== height)
    faults.push(
      fault(field, 'picture_not_square', {
        ko: `이미지가 ${width}×${height}픽셀입니다. 정사각형이어야 합니다.`,
        en: `The picture has ${width}×${height} pixels. It must be square.`,
        ru: `Размер изображения ${width}×${height}. Оно должно быть квадратным.`,
        uz: `Rasm o‘lchami ${width}×${height}. U kvadrat bo‘lishi kerak.`,
      }),
    );
  return faults;
}

function badFault(field: string, because: string): DraftFault {
  return because === 'private_address'
    ? fault(field, 'private_address', {
        ko: '이미지 주소가 사설 네트워크를 가리킵니다. 공개 주소를 넣으세요.',
        en: 'The address of the picture leads into a private network. Give a public one.',
        ru: 'Адрес изображения ведёт в закрытую сеть. Укажите общедоступный.',
        uz: 'Rasm manzili yopiq tarmoqqa olib boradi. Ochiq manzil kiriting.',
      })
    : fault(field, 'picture_bad', {
        ko: `이미지 주소에 쓸 수 있는 이미지가 없습니다. (${because})`,
        en: `There is no usable picture at this address. (${because})`,
        ru: `По этому адресу нет подходящего изображения. (${because})`,
        uz: `Bu manzilda yaroqli rasm yo‘q. (${because})`,
      });
}
