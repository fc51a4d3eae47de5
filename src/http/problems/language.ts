import type { FastifyRequest } from 'fastify';

/** Languages the API writes sentences in. */
export type Language = 'ko' | 'en';

/** The language a client prefers by its Accept-Language; Korean unless it names English first. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const header = request.headers['accept-language'];
  if (header === undefined) return 'ko';
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const best = wishes.find(({ language }) => language === 'ko' || language === 'en');
  return best?.language === 'en' ? 'en' : 'ko';
}
