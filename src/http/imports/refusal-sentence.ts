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
      return { ko: '빈 파일입니다.', en: 'The file is empty.' };
    case 'not_a_spreadsheet':
      return {
        ko: '엑셀(.xlsx)이나 CSV 파일이 아닙니다. 엑셀에서 "다른 이름으로 저장"으로 .xlsx로 저장한 뒤 올리세요.',
        en: 'This is neither an Excel workbook (.xlsx) nor a CSV file. Save it as .xlsx in Excel and send that.',
      };
    case 'web_page':
      return {
        ko: '이름만 엑셀이고 내용은 웹페이지(HTML)인 파일입니다. 엑셀로 열어 .xlsx로 저장한 뒤 올리세요.',
        en: 'This is a web page (HTML) with the name of a spreadsheet. Open it in Excel, save it as .xlsx and send that.',
      };
    case 'old_excel':
      return {
        ko: '예전 엑셀 형식(.xls)입니다. 엑셀에서 .xlsx로 저장한 뒤 올리세요.',
        en: 'This is the old Excel format (.xls). Save it as .xlsx and send that.',
      };
    case 'binary_workbook':
      return {
        ko: '엑셀 바이너리 형식(.xlsb)입니다. 엑셀에서 .xlsx로 저장한 뒤 올리세요.',
        en: 'This is the binary Excel format (.xlsb). Save it as .xlsx and send that.',
      };
    case 'password':
      return {
        ko: '암호가 걸린 파일입니다. 엑셀의 "파일 → 정보 → 통합 문서 보호"에서 암호를 지운 뒤 올리세요.',
        en: 'The file is protected by a password. Take it off in Excel (File → Info → Protect Workbook) and send it again.',
      };
    case 'macros':
      return {
        ko: '매크로가 들어 있는 파일은 받지 않습니다. 엑셀에서 매크로 없는 .xlsx로 저장한 뒤 올리세요.',
        en: 'Files with macros are not taken. Save it as .xlsx, without macros, and send that.',
      };
    case 'damaged':
      return {
        ko: '파일이 손상되어 끝까지 읽을 수 없습니다. 엑셀에서 열어 다시 저장한 뒤 올리세요.',
        en: 'The file is damaged and cannot be read to its end. Open it in Excel, save it again and send that.',
      };
    case 'too_big_inside':
      return {
        ko: '압축을 풀면 너무 커지는 파일입니다. 필요 없는 시트, 그림, 서식을 지우거나 파일을 나누어 올리세요.',
        en: 'Unpacked, the file is too large. Delete sheets, pictures and formats that are not needed, or send it in parts.',
      };
    case 'unknown_encoding':
      return {
        ko: '글자를 읽을 수 없습니다. UTF-8이나 CP949(한글 윈도우의 CSV)로 저장한 뒤 올리세요.',
        en: 'The letters cannot be read. Save the file as UTF-8 or CP949 (CSV on Korean Windows) and send that.',
      };
    case 'open_quote':
      return {
        ko: `${named}번째 행에서 시작한 따옴표(")가 끝나지 않습니다. 따옴표를 닫거나 지우세요.`,
        en: `A quote (") that begins in row ${named} is never closed. Close it or take it away.`,
      };
    case 'no_header':
      return {
        ko: '열 이름이 있는 행을 찾지 못했습니다. 처음 10행 안에 "판매자상품코드" 또는 "SKU" 열이 있어야 합니다.',
        en: 'No row with the names of columns was found. One of the first 10 rows must name `seller_code` or `sku`.',
      };
    case 'column_twice':
      return {
        ko: `같은 뜻의 열이 두 개 있습니다: ${named}. 하나만 남기세요.`,
        en: `Two columns mean the same: ${named}. Keep one of them.`,
      };
    case 'no_rows':
      return {
        ko: '열 이름 아래에 상품이 한 줄도 없습니다.',
        en: 'There is no row below the names of the columns.',
      };
    case 'too_many_rows':
      return {
        ko: `한 파일에 ${Number(named).toLocaleString('ko-KR')}행까지 올릴 수 있습니다. 나누어 올리세요.`,
        en: `A file may have up to ${Number(named).toLocaleString('en-US')} rows. Send it in parts.`,
      };
    case 'given_up':
      return {
        ko: '파일을 처리하다가 Moa 안에서 문제가 되풀이되어 멈췄습니다. 아무것도 저장하지 않았습니다. 파일을 나누어 다시 올려 보고, 계속되면 알려 주세요.',
        en: 'Something broke inside Moa again and again while the file was worked on, so it was stopped. Nothing was written. Try it in parts; if it stays, report it.',
      };
  }
}
