import { encode } from 'iconv-lite';
import type { WireAnswer } from '../../frame/marketplace.ts';

const NAMESPACE = 'http://skt.tmall.business.openapi.spring.service.client.domain/';
const DECLARATION = '<?xml version="1.0" encoding="euc-kr" standalone="yes"?>';
const HEADERS = { 'content-type': 'text/xml;charset=EUC-KR' };

/** The fields of a row with their texts, in order; a field that is undefined does not appear at all. */
export type Fields = Readonly<Record<string, string | number | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// A character that XML does not allow at all would make the whole list unreadable, so 11st leaves it out.
const escapeText = (text: string) =>
  text.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

/** Fields as elements without a prefix. */
export function elements(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => (value === undefined ? '' : `<${name}>${escapeText(String(value))}</${name}>`))
    .join('');
}

/** XML text in the code page that 11st declares as EUC-KR: CP949, which has every Hangul syllable (sheet §1). */
export function xmlBytes(text: string): Buffer {
  return encode(text, 'cp949');
}

/** An answer of this XML text. */
export function xml(text: string, status = 200): WireAnswer {
  return { status, headers: HEADERS, body: xmlBytes(`${DECLARATION}${text}`) };
}

/** A list as its prefixed root, with rows that are XML already. */
export function listAnswer(root: string, rows: readonly Buffer[]): WireAnswer {
  const head = xmlBytes(`${DECLARATION}<ns2:${root} xmlns:ns2="${NAMESPACE}">`);
  return { status: 200, headers: HEADERS, body: Buffer.concat([head, ...rows, xmlBytes(`</ns2:${root}>`)]) };
}

/** A list without rows: why, as prefixed fields (sheet §5.1). */
export function listNote(root: string, fields: Fields): WireAnswer {
  const notes = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`ns2:${name}`, value]));
  return listAnswer(root, [xmlBytes(elements(notes))]);
}

/** An order list that says why it has no rows. */
export function ordersNote(code: number, text: string): WireAnswer {
  return listNote('orders', { result_code: code, result_text: text });
}

/** What every action answers (sheet §5.1). */
export function resultOrder(code: number, text: string): WireAnswer {
  const fields = { openMallID: '11ST', result_code: code, result_text: text };
  return xml(`<ResultOrder>${elements(fields)}</ResultOrder>`);
}

/** What product calls answer. */
export function clientMessage(code: number, message: string, more: Fields = {}): WireAnswer {
  return xml(`<ClientMessage>${elements({ ...more, message, resultCode: code })}</ClientMessage>`);
}

/** What the non-delivery calls answer. */
export function resultNote(code: number, text: string): WireAnswer {
  return xml(`<Result>${elements({ resultCode: code, resultMessage: text })}</Result>`);
}

/** A refusal of the gateway itself, before any service saw the request. */
export function authMessage(code: number, text: string): WireAnswer {
  return xml(`<AuthMessage>${elements({ resultCode: code, resultMessage: text })}</AuthMessage>`, 500);
}
