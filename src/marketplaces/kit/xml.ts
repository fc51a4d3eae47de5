import { XMLParser, XMLValidator } from 'fast-xml-parser';
import iconv from 'iconv-lite';
import type { AnswerFormat } from './answer-format.ts';

/**
 * XML as an answer's format. Prefixes are stripped, every value is text, attributes are left out, and elements named in
 * `lists` are lists even where there is one of them.
 */
export function xmlFormat(lists: readonly string[]): AnswerFormat {
  const parse = xmlParser(lists);
  return {
    read(bytes, headers) {
      const text = decodeXmlText(bytes, headers['content-type'] ?? '');
      try {
        return { text, document: parse(text) };
      } catch {
        return { text, document: undefined };
      }
    },
    looksCut: (text) => /^\s*<(?:\?xml|(?!!doctype|html)[\w:]+[\s>])/i.test(text),
  };
}

/**
 * Gives a parser of XML texts; it throws on what is no well-formed document. A document that declares entities of its
 * own is refused, so that none can be expanded; the predefined ones and character numbers are read.
 */
export function xmlParser(lists: readonly string[]): (text: string) => unknown {
  const asList = new Set(lists);
  const parser = new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    removeNSPrefix: true,
    parseTagValue: false,
    processEntities: true,
    // Reads character numbers such as `&#44036;` too.
    htmlEntities: true,
    isArray: (name) => asList.has(name),
  });
  return (text) => {
    if (/<!DOCTYPE/i.test(text)) throw new SyntaxError('a document type is not taken');
    // Bytes that are no text of their charset: something on the way has damaged the document.
    if (text.includes('\uFFFD')) throw new SyntaxError('the document holds bytes that are no text');
    // The parser alone would take a document that was cut as if it were whole.
    if (XMLValidator.validate(text) !== true) throw new SyntaxError('not a well-formed document');
    return parser.parse(text);
  };
}

/** Head of a document, where its declaration stands. */
const HEAD_BYTES = 200;

/**
 * Bytes to text by the document's own declaration, else by the Content-Type, else as UTF-8. What is called EUC-KR in
 * Korea is CP949: Node's own decoder loses its extension syllables (11st sheet §1).
 */
export function decodeXmlText(bytes: Buffer, contentType: string): string {
  const head = bytes.toString('latin1', 0, HEAD_BYTES);
  const named =
    /^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1] ??
    /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ??
    'utf-8';
  return iconv.decode(bytes, isKorean(named) ? 'cp949' : 'utf-8');
}

function isKorean(charset: string): boolean {
  return /^(?:euc-?kr|cp949|ms949|windows-949|uhc|ks_c_5601.*)$/i.test(charset);
}

/** A text for an element of a document that is sent. */
export function xmlText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');
}

/** The characters of a text that CP949 cannot write, each once: emoji, most of Latin with accents, much of Chinese. */
export function unwritableInCp949(text: string): readonly string[] {
  return [...new Set(text)].filter((sign) => iconv.decode(cp949Bytes(sign), 'cp949') !== sign);
}

/** A text in the charset that Korean marketplaces call EUC-KR. What it cannot write becomes a question mark. */
export function cp949Bytes(text: string): Buffer {
  return iconv.encode(text, 'cp949');
}
