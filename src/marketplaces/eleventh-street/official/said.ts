import { type Fields, UnreadableError } from '../../kit/decode.ts';

/** What an answer says about itself, whichever of the shapes of sheet §5.1 it has. */
export interface Said {
  /** The root element, without its prefix. */
  readonly root: string;
  readonly fields: Fields;
  readonly code: string | null;
  readonly text: string;
}

const CODES = ['result_code', 'resultCode'] as const;
const TEXTS = ['result_text', 'result_message', 'resultMessage', 'message'] as const;

/** Reads a document's root; throws UnreadableError. An empty root has no fields. */
export function saidIn(document: unknown): Said {
  const [entry, ...more] = Object.entries(isFields(document) ? document : {});
  if (entry === undefined || more.length > 0)
    throw new UnreadableError('document', 'one root element', document);
  const [root, content] = entry;
  const fields = isFields(content) ? content : {};
  return { root, fields, code: firstOf(fields, CODES), text: firstOf(fields, TEXTS) ?? '' };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}
