import { z } from 'zod';
import { dateInput } from '../dates/input.ts';
import { ownIssue } from '../problems/field-errors.ts';

const INVOICE = /^[0-9A-Za-z]{4,40}$/;
/** What a spreadsheet makes of a long number: `5.2E+11`. */
const EXPONENT = /^\d+([.,]\d+)?e\+?\d+$/i;

/** A carrier by the hub's id, a common name, the guide's code or the marketplace's own (`KOREX`, `CJGLS`, `CJ대한통운`). */
export const deliveryCompanyCode = z.string().trim().min(1).max(50);

/** An invoice number as people write it; spaces and hyphens are taken out. */
export const trackingNumber = z
  .string()
  .max(100)
  .transform((text, ctx): string => {
    if (EXPONENT.test(text.trim())) {
      ctx.addIssue(
        ownIssue({
          code: 'exponent_number',
          sentence: {
            ko: '엑셀이 송장번호를 5.2E+11 같은 숫자로 바꾸어 끝자리가 사라졌습니다. 셀 서식을 "텍스트"로 바꾸고 송장번호를 다시 넣으세요.',
            en: 'A spreadsheet turned the number into one like 5.2E+11 and lost its last digits. Set the cell to "text" and enter it again.',
            ru: 'Таблица превратила номер в вид 5.2E+11 и потеряла последние цифры. Задайте ячейке формат «текст» и введите номер снова.',
            uz: 'Jadval raqamni 5.2E+11 ko‘rinishiga aylantirib, oxirgi raqamlarni yo‘qotdi. Katak formatini «matn» qilib, qayta kiriting.',
          },
        }),
      );
      return z.NEVER;
    }
    const plain = text.replace(/[\s-]/g, '');
    if (INVOICE.test(plain)) return plain;
    ctx.addIssue(
      ownIssue({
        code: 'bad_invoice',
        sentence: {
          ko: '송장번호는 숫자와 영문자 4~40자입니다. 빈칸과 하이픈(-)은 있어도 됩니다.',
          en: 'An invoice number has 4 to 40 digits and letters; spaces and hyphens do not matter.',
          ru: 'В трек-номере от 4 до 40 цифр и букв; пробелы и дефисы не важны.',
          uz: 'Trek-raqamda 4 dan 40 gacha raqam va harf bo‘ladi; bo‘sh joy va defis ahamiyatsiz.',
        },
      }),
    );
    return z.NEVER;
  })
  .meta({ examples: ['1234567890'] });

/** The guide's `shipping_info`. */
export const shippingInfo = z
  .strictObject({
    deliveryCompanyCode,
    trackingNumber,
    sendDate: dateInput.optional().meta({ description: 'When it was handed over; now when absent.' }),
  })
  .meta({ id: 'ShippingInfo' });
