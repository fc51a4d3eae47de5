import { z } from 'zod';
import type { ShipmentColumn, ShipmentRow } from '../../domain/shipment-sheet/read-shipments.ts';
import { MOST_SHIPMENTS, readShipments } from '../../engine/shipments/read-shipment-list.ts';
import { FileRefused } from '../../engine/spreadsheets/refused.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import type { Api, Endpoint } from '../context.ts';
import { faultSentence } from '../imports/fault-sentence.ts';
import { refusalSentence } from '../imports/refusal-sentence.ts';
import { acceptUploads, uploadFrom } from '../imports/upload.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';

const LIMIT_BYTES = 10 * 1024 * 1024;

const form = z
  .object({ file: z.file().meta({ description: 'An .xlsx workbook, or CSV in UTF-8 or CP949.' }) })
  .meta({ id: 'ShipmentListFile' });

const listedShipment = z
  .object({
    row: z.int().describe('The number that spreadsheets show beside it.'),
    order_number: z.string(),
    carrier: z.string(),
    invoice: z.string(),
    fault: z.string().nullable().describe('Why the row cannot be taken as it is, and what to do.'),
  })
  .meta({ id: 'ListedShipment' });

/** `POST /orders/shipment-lists`: says what a file of order numbers, carriers and invoices holds. */
export const readShipmentList: Endpoint = (api) => {
  api.register(async (uploads: Api) => {
    acceptUploads(uploads);
    uploads.post('/orders/shipment-lists', {
      config: { role: 'staff' },
      bodyLimit: LIMIT_BYTES,
      schema: {
        operationId: 'readShipmentList',
        summary: 'Read a list of shipments from an Excel or CSV file',
        description:
          'Finds the columns order number, carrier and invoice by their names, in Korean, English, Russian or Uzbek and in ' +
          'any order, or takes the first three of a file without a header. Nothing is kept or sent: find the orders with ' +
          '`POST /orders/find` and plan the shipments with `POST /plans`. Up to ' +
          `${MOST_SHIPMENTS.toLocaleString('en-US')} rows.`,
        tags: ['orders'],
        consumes: ['multipart/form-data'],
        body: form,
        response: {
          200: z.object({ rows: z.array(listedShipment) }),
          ...problemAnswers(400, 403, 413, 422),
        },
      },
      handler: async (request) => {
        const language = languageOf(request);
        const rows = await readShipments(uploadFrom(request.body).bytes).catch(refused);
        return {
          rows: rows.map(({ nth, order, carrier, invoice, fault }) => ({
            row: nth,
            order_number: order,
            carrier,
            invoice,
            fault: fault === null ? null : sentenceOf(fault, { order, carrier, invoice }, language),
          })),
        };
      },
    });
  });
};

/** Files whose fault is not what this one's would be in words about products. */
const OWN_WORDS: Readonly<Record<string, Localized>> = {
  no_header: {
    ko: '주문번호, 택배사, 송장번호 열을 찾지 못했습니다. 처음 10행 안에 이 세 가지 열 이름이 있어야 합니다.',
    en: 'The columns order number, carrier and invoice were not found. One of the first 10 rows must name all three.',
    ru: 'Не найдены столбцы с номером заказа, перевозчиком и трек-номером. Одна из первых 10 строк должна называть все три.',
    uz: 'Buyurtma raqami, tashuvchi va trek-raqam ustunlari topilmadi. Dastlabki 10 qatordan birida uchalasi ham yozilgan bo‘lishi kerak.',
  },
  no_rows: {
    ko: '열 이름 아래에 송장이 한 줄도 없습니다.',
    en: 'There is no shipment below the names of the columns.',
    ru: 'Под названиями столбцов нет ни одной отправки.',
    uz: 'Ustun nomlari ostida bironta jo‘natma yo‘q.',
  },
};

function refused(error: unknown): never {
  if (!(error instanceof FileRefused)) throw error;
  throw new Problem('shipment_list_refused', { detail: OWN_WORDS[error.code] ?? refusalSentence(error) });
}

const COLUMN_NAMES: Readonly<Record<ShipmentColumn, Localized>> = {
  order: { ko: '주문번호', en: 'Order number', ru: 'Номер заказа', uz: 'Buyurtma raqami' },
  carrier: { ko: '택배사', en: 'Carrier', ru: 'Перевозчик', uz: 'Tashuvchi' },
  invoice: { ko: '송장번호', en: 'Invoice', ru: 'Трек-номер', uz: 'Trek-raqam' },
};

function sentenceOf(
  { column, code }: NonNullable<ShipmentRow['fault']>,
  texts: Readonly<Record<ShipmentColumn, string>>,
  language: Language,
): string {
  const sentence = faultSentence({ column: null, code, value: texts[column] });
  return `${COLUMN_NAMES[column][language]}: ${sentence[language]}`;
}
