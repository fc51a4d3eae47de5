import { createHash } from 'node:crypto';
import { Busboy } from '@fastify/busboy';
import type { FastifyRequest, FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import type { Api } from '../context.ts';
import { Problem } from '../problems/problem.ts';
import { invalidRequest, validate } from '../problems/validate.ts';

/** A file that came in as the body of a request, or as a part of a form. */
export interface Upload {
  readonly fileName: string | null;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** What stands for it where requests are compared: an Idempotency-Key means the same file as well. */
  toJSON(): unknown;
}

export const UPLOAD_LIMIT_BYTES = 30 * 1024 * 1024;
const PARSED_WHOLE = { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT_BYTES } as const;
const LONGEST_NAME = 200;

/**
 * Has routes take any body that is not JSON for a file; forms bring theirs in the first part that is one. Everything else of a
 * request is checked as usual.
 */
export function acceptUploads(api: Api): void {
  api.addContentTypeParser(
    'multipart/form-data',
    PARSED_WHOLE,
    async (request: FastifyRequest, body: Buffer) => uploadIn(String(request.headers['content-type']), body),
  );
  api.addContentTypeParser('*', PARSED_WHOLE, async (_request: FastifyRequest, body: Buffer) =>
    uploadOf(body, null),
  );
  api.setValidatorCompiler(requireUpload);
}

const requireUpload: FastifySchemaCompiler<z.core.$ZodType> = (route) => {
  if (route.httpPart !== 'body') return validate(route);
  return (body) => (isUpload(body) ? { value: body } : { error: NO_FILE });
};

/** The upload of a request. */
export function uploadFrom(body: unknown): Upload {
  if (isUpload(body)) return body;
  throw NO_FILE;
}

const NO_FILE = invalidRequest([
  {
    field: 'file',
    code: 'missing',
    message: {
      ko: '파일이 없습니다. .xlsx 또는 .csv 파일을 본문으로 보내거나, 양식(multipart/form-data)의 file 항목에 넣으세요.',
      en: 'There is no file. Send an .xlsx or .csv file as the body, or as `file` of a form (multipart/form-data).',
      ru: 'Файла нет. Отправьте .xlsx или .csv в теле запроса или полем `file` формы (multipart/form-data).',
      uz: 'Fayl yo‘q. .xlsx yoki .csv faylni so‘rov tanasida yoki formaning `file` maydonida (multipart/form-data) yuboring.',
    },
  },
]);

function isUpload(body: unknown): body is Upload {
  return typeof body === 'object' && body !== null && 'bytes' in body && Buffer.isBuffer(body.bytes);
}

function uploadOf(bytes: Buffer, fileName: string | null): Upload {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = fileName?.replaceAll('\0', '').trim().slice(0, LONGEST_NAME).toWellFormed();
  return {
    fileName: name === undefined || name === '' ? null : name,
    bytes,
    sha256,
    toJSON: () => ({ sha256 }),
  };
}

/** The first file of a form; a form without one is no upload. */
function uploadIn(contentType: string, body: Buffer): Promise<Upload | null> {
  return new Promise((resolve, reject) => {
    const unreadable = () => reject(new Problem('malformed_body'));
    let found: Promise<Upload> | null = null;
    try {
      const form = new Busboy({ headers: { 'content-type': contentType }, limits: { files: 1 } });
      form.on('file', (_field, stream, fileName) => {
        const whole = stream.toArray().then((chunks) => uploadOf(Buffer.concat(chunks), fileName ?? null));
        // The form as a whole tells of what breaks off.
        whole.catch(unreadable);
        found = whole;
      });
      form.on('error', unreadable);
      form.on('finish', () => resolve(found));
      form.end(body);
    } catch {
      unreadable();
    }
  });
}
