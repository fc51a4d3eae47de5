import { parseLossless } from './lossless.ts';

/** How the bytes of an answer become text, and the text a document. */
export interface AnswerFormat {
  /** `document` is undefined when the answer is not of this format. Never throws. */
  read(bytes: Buffer, headers: Readonly<Record<string, string>>): ReadAnswer;
  /** Whether a text that is no document begins like one, and so was most likely cut on its way. */
  looksCut(text: string): boolean;
}

export interface ReadAnswer {
  readonly text: string;
  readonly document: unknown;
}

/** Lossless JSON in UTF-8, which most marketplaces speak. */
export const JSON_FORMAT: AnswerFormat = {
  read(bytes) {
    const text = bytes.toString('utf8');
    try {
      return { text, document: parseLossless(text) };
    } catch {
      return { text, document: undefined };
    }
  },
  looksCut(text) {
    const start = text.trimStart()[0];
    return start === '{' || start === '[';
  },
};
