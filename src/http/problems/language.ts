import type { FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '../../domain/language.ts';

export type { Language } from '../../domain/language.ts';

/** The language a client prefers by its Accept-Language; Korean unless it names another of ours first. */
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
  for (const wish of wishes) {
    const known = LANGUAGES.find((language) => language === wish.language);
    if (known !== undefined) return known;
  }
  return 'ko';
}
