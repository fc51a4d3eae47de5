import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PictureShelf } from '../../engine/pictures/picture-shelf.ts';
import { callerOf } from '../caller.ts';
import { Problem } from '../problems/problem.ts';

/** So long a browser shows it without asking. */
const FRESH_SECONDS = 3_600;

const bytes = z.string().describe('The bytes of the picture.');

/** A picture in one of the usual formats, for the OpenAPI document. */
export const pictureAnswer = {
  description: 'The picture',
  content: {
    'image/jpeg': { schema: bytes },
    'image/png': { schema: bytes },
    'image/gif': { schema: bytes },
    'image/webp': { schema: bytes },
    'image/bmp': { schema: bytes },
  },
};

export const unchangedAnswer = z
  .undefined()
  .meta({ description: 'As the version that the caller has (`If-None-Match`).' });

/**
 * Sends what stands under an address, where it is a picture. Whatever the server there calls it, it goes out under the type
 * that its bytes show, and no browser takes it for a page. Throws a 404 where there is none.
 */
export async function sendPicture(
  shelf: PictureShelf,
  request: FastifyRequest,
  reply: FastifyReply,
  address: string | null | undefined,
): Promise<FastifyReply> {
  if (address == null) throw new Problem('no_picture');
  const answer = await shelf.look(callerOf(request).owner, address);
  if (answer.kind === 'none') throw new Problem('no_picture');
  const { type, mark, bytes: content } = answer.picture;
  const etag = `"${mark}"`;
  reply.headers({
    etag,
    'cache-control': `private, max-age=${FRESH_SECONDS}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type(type).send(Buffer.from(content.buffer, content.byteOffset, content.length));
}
