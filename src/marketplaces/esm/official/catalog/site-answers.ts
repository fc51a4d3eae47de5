import type { Site } from '../../site.ts';
import { textAt } from './members.ts';

const SITES_SAID: Readonly<Record<string, Site>> = { GMKT: 'G', IAC: 'A' };
const SAID = /\[(IAC|GMKT)\]\s*([^[]*)/g;
const GOOD = /^(?:성공|success)/i;

/** What went wrong on which site, though the answer as a whole is good: `[IAC] 성공 / [GMKT] …` (sheet §5). */
export function failuresIn(json: unknown): ReadonlyMap<Site, string> {
  const failures = new Map<Site, string>();
  for (const [, name = '', said = ''] of (textAt(json, 'message') ?? '').matchAll(SAID)) {
    const text = said.replace(/\s*\/\s*$/, '').trim();
    const site = SITES_SAID[name];
    if (site !== undefined && text !== '' && !GOOD.test(text)) failures.set(site, text);
  }
  return failures;
}
