import { FILE_FAULTS, type FileFault } from '../../engine/spreadsheets/refused.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';

/** Why a file cannot be read, and what to do. */
export function refusalSentence({
  code,
  named,
}: {
  readonly code: string;
  readonly named: string | null;
}): Localized {
  const fault = FILE_FAULTS.find((known) => known === code);
  return sentenceOf(fault ?? 'given_up', named ?? '');
}

function sentenceOf(fault: FileFault, named: string): Localized {
  switch (fault) {
    case 'empty':
      return { ko: '빈 파일입니다.', en: 'The file is empty.', ru: 'Файл пуст.', uz: 'Fayl bo‘sh.' };
    case 'not_a_spreadsheet':
      return {
        ko: '엑셀(.xlsx)이나 CSV 파일이 아닙니다. 엑셀에서 "다른 이름으로 저장"으로 .xlsx로 저장한 뒤 올리세요.',
        en: 'This is neither an Excel workbook (.xlsx) nor a CSV file. Save it as .xlsx in Excel and send that.',
        ru: 'Это не книга Excel (.xlsx) и не CSV. Сохраните файл в Excel как .xlsx и отправьте.',
        uz: 'Bu Excel kitobi (.xlsx) ham, CSV ham emas. Excel da .xlsx qilib saqlab yuboring.',
      };
    case 'web_page':
      return {
        ko: '이름만 엑셀이고 내용은 웹페이지(HTML)인 파일입니다. 엑셀로 열어 .xlsx로 저장한 뒤 올리세요.',
        en: 'This is a web page (HTML) with the name of a spreadsheet. Open it in Excel, save it as .xlsx and send that.',
        ru: 'Это веб-страница (HTML) под именем таблицы. Откройте её в Excel, сохраните как .xlsx и отправьте.',
        uz: 'Bu jadval nomidagi veb-sahifa (HTML). Excel da ochib, .xlsx qilib saqlab yuboring.',
      };
    case 'old_excel':
      return {
        ko: '예전 엑셀 형식(.xls)입니다. 엑셀에서 .xlsx로 저장한 뒤 올리세요.',
        en: 'This is the old Excel format (.xls). Save it as .xlsx and send that.',
        ru: 'Это старый формат Excel (.xls). Сохраните файл как .xlsx и отправьте.',
        uz: 'Bu Excel ning eski formati (.xls). .xlsx qilib saqlab yuboring.',
      };
    case 'binary_workbook':
      return {
        ko: '엑셀 바이너리 형식(.xlsb)입니다. 엑셀에서 .xlsx로 저장한 뒤 올리세요.',
        en: 'This is the binary Excel format (.xlsb). Save it as .xlsx and send that.',
        ru: 'Это двоичный формат Excel (.xlsb). Сохраните файл как .xlsx и отправьте.',
        uz: 'Bu Excel ning ikkilik formati (.xlsb). .xlsx qilib saqlab yuboring.',
      };
    case 'password':
      return {
        ko: '암호가 걸린 파일입니다. 엑셀의 "파일 → 정보 → 통합 문서 보호"에서 암호를 지운 뒤 올리세요.',
        en: 'The file is protected by a password. Take it off in Excel (File → Info → Protect Workbook) and send it again.',
        ru: 'Файл защищён паролем. Снимите защиту в Excel (Файл → Сведения → Защита книги) и отправьте снова.',
        uz: 'Fayl parol bilan himoyalangan. Excel da himoyani olib (File → Info → Protect Workbook), qayta yuboring.',
      };
    case 'macros':
      return {
        ko: '매크로가 들어 있는 파일은 받지 않습니다. 엑셀에서 매크로 없는 .xlsx로 저장한 뒤 올리세요.',
        en: 'Files with macros are not taken. Save it as .xlsx, without macros, and send that.',
        ru: 'Файлы с макросами не принимаются. Сохраните его как .xlsx без макросов и отправьте.',
        uz: 'Makrosli fayllar qabul qilinmaydi. Makrossiz .xlsx qilib saqlab yuboring.',
      };
    case 'damaged':
      return {
        ko: '파일이 손상되어 끝까지 읽을 수 없습니다. 엑셀에서 열어 다시 저장한 뒤 올리세요.',
        en: 'The file is damaged and cannot be read to its end. Open it in Excel, save it again and send that.',
        ru: 'Файл повреждён и не читается до конца. Откройте его в Excel, сохраните снова и отправьте.',
        uz: 'Fayl shikastlangan, oxirigacha o‘qilmaydi. Excel da ochib, qayta saqlab yuboring.',
      };
    case 'too_big_inside':
      return {
        ko: '압축을 풀면 너무 커지는 파일입니다. 필요 없는 시트, 그림, 서식을 지우거나 파일을 나누어 올리세요.',
        en: 'Unpacked, the file is too large. Delete sheets, pictures and formats that are not needed, or send it in parts.',
        ru: 'В распакованном виде файл слишком велик. Удалите ненужные листы, картинки и форматы или отправьте частями.',
        uz: 'Ochilganda fayl juda katta. Keraksiz varaq, rasm va formatlarni o‘chiring yoki qismlab yuboring.',
      };
    case 'unknown_encoding':
      return {
        ko: '글자를 읽을 수 없습니다. UTF-8이나 CP949(한글 윈도우의 CSV)로 저장한 뒤 올리세요.',
        en: 'The letters cannot be read. Save the file as UTF-8 or CP949 (CSV on Korean Windows) and send that.',
        ru: 'Буквы не читаются. Сохраните файл в UTF-8 или CP949 (CSV в корейской Windows) и отправьте.',
        uz: 'Harflar o‘qilmaydi. Faylni UTF-8 yoki CP949 (koreyscha Windows dagi CSV) qilib saqlab yuboring.',
      };
    case 'open_quote':
      return {
        ko: `${named}번째 행에서 시작한 따옴표(")가 끝나지 않습니다. 따옴표를 닫거나 지우세요.`,
        en: `A quote (") that begins in row ${named} is never closed. Close it or take it away.`,
        ru: `Кавычка ("), открытая в строке ${named}, не закрыта. Закройте или уберите её.`,
        uz: `${named}-qatorda ochilgan qo‘shtirnoq (") yopilmagan. Yoping yoki olib tashlang.`,
      };
    case 'no_header':
      return {
        ko: '열 이름이 있는 행을 찾지 못했습니다. 처음 10행 안에 "판매자상품코드" 또는 "SKU" 열이 있어야 합니다.',
        en: 'No row with the names of columns was found. One of the first 10 rows must name `seller_code` or `sku`.',
        ru: 'Строка с названиями столбцов не найдена. Одна из первых 10 строк должна называть `seller_code` или `sku`.',
        uz: 'Ustun nomlari qatori topilmadi. Dastlabki 10 qatordan birida `seller_code` yoki `sku` bo‘lishi kerak.',
      };
    case 'column_twice':
      return {
        ko: `같은 뜻의 열이 두 개 있습니다: ${named}. 하나만 남기세요.`,
        en: `Two columns mean the same: ${named}. Keep one of them.`,
        ru: `Два столбца значат одно и то же: ${named}. Оставьте один.`,
        uz: `Ikki ustun bir narsani bildiradi: ${named}. Bittasini qoldiring.`,
      };
    case 'no_rows':
      return {
        ko: '열 이름 아래에 상품이 한 줄도 없습니다.',
        en: 'There is no row below the names of the columns.',
        ru: 'Под названиями столбцов нет ни одной строки.',
        uz: 'Ustun nomlari ostida bironta qator yo‘q.',
      };
    case 'too_many_rows':
      return {
        ko: `한 파일에 ${Number(named).toLocaleString('ko-KR')}행까지 올릴 수 있습니다. 나누어 올리세요.`,
        en: `A file may have up to ${Number(named).toLocaleString('en-US')} rows. Send it in parts.`,
        ru: `В файле может быть не больше ${Number(named).toLocaleString('ru-RU')} строк. Отправьте его частями.`,
        uz: `Faylda ${Number(named).toLocaleString('ru-RU')} tagacha qator bo‘lishi mumkin. Qismlab yuboring.`,
      };
    case 'given_up':
      return {
        ko: '파일을 처리하다가 Moa 안에서 문제가 되풀이되어 멈췄습니다. 아무것도 저장하지 않았습니다. 파일을 나누어 다시 올려 보고, 계속되면 알려 주세요.',
        en: 'Something broke inside Moa again and again while the file was worked on, so it was stopped. Nothing was written. Try it in parts; if it stays, report it.',
        ru: 'При обработке файла в Moa снова и снова возникала ошибка, и она остановлена. Ничего не записано. Попробуйте частями; если не поможет, сообщите нам.',
        uz: 'Faylni ishlashda Moa ichida qayta-qayta xato bo‘ldi va ish to‘xtatildi. Hech narsa yozilmadi. Qismlab urinib ko‘ring; yordam bermasa, bizga ayting.',
      };
  }
}
