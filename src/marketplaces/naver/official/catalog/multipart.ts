import { createHash } from 'node:crypto';

export interface FilePart {
  readonly bytes: Uint8Array;
  /** Its media type. */
  readonly type: string;
  readonly fileName: string;
}

const CRLF = '\r\n';

/** Files under one field name as `multipart/form-data`. The boundary is made of the bytes, so equal files are equal bodies. */
export function multipart(
  field: string,
  files: readonly FilePart[],
): { readonly type: string; readonly bytes: Buffer } {
  const digest = createHash('sha256');
  for (const { bytes } of files) digest.update(bytes);
  const boundary = `moa-${digest.digest('hex').slice(0, 32)}`;
  const parts = files.flatMap(({ bytes, type, fileName }) => [
    Buffer.from(
      [
        `--${boundary}`,
        `Content-Disposition: form-data; name="${field}"; filename="${fileName}"`,
        `Content-Type: ${type}`,
        '',
        '',
      ].join(CRLF),
    ),
    bytes,
    Buffer.from(CRLF),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--${CRLF}`)]),
  };
}
