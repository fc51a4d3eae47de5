import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { FileRefused } from '../refused.ts';

/** What is met in a document, by local names. Texts may come in several pieces. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** So many bytes without one tag are no table: they would only fill the memory. */
const MOST_BYTES_WITHOUT_TAG = 4 * 1024 * 1024;

/**
 * Reads an XML part as its bytes come; after each piece the caller may do something with what was met. Throws
 * `FileRefused` for what is no well-formed XML, and for document types, which workbooks never have and bombs do.
 */
export async function* readXml(bytes: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let withoutTag = 0;
  parser.on('opentag', ({ name, attributes }) => {
    withoutTag = 0;
    handlers.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    withoutTag = 0;
    handlers.close(localName(name));
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('doctype', () => {
    throw new FileRefused('damaged');
  });
  try {
    let decoder: TextDecoder | undefined;
    for await (const chunk of bytes) {
      if (!Buffer.isBuffer(chunk)) continue;
      decoder ??= new TextDecoder(encodingOf(chunk));
      withoutTag += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (withoutTag > MOST_BYTES_WITHOUT_TAG) throw new FileRefused('too_big_inside');
      yield;
    }
    parser.close();
    yield;
  } catch (cause) {
    throw cause instanceof FileRefused ? cause : new FileRefused('damaged', null, { cause });
  } finally {
    bytes.destroy();
  }
}

/** The attributes of every element of a small part, by local name, in the order of the document. */
export async function elementsOf(
  bytes: Readable,
): Promise<readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[]> {
  const elements: { name: string; attributes: Readonly<Record<string, string>> }[] = [];
  const reading = readXml(bytes, {
    open: (name, attributes) => elements.push({ name, attributes }),
    close() {},
    text() {},
  });
  for await (const _piece of reading);
  return elements;
}

function encodingOf(chunk: Buffer): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Some programs write every name with a prefix. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
