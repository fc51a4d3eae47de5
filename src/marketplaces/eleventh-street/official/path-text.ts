/** The literal word for a path value that is left out (sheet §2). */
export const NOTHING = 'null';

/**
 * A free text as a path segment; the gate percent-encodes it as UTF-8. `/` and `;` break the routing (sheet §2), a
 * segment of dots is taken out by every HTTP client, and an empty one would move the others.
 */
export function pathText(text: string | null): string {
  const clean = (text ?? '').replace(/[/;\\\s]+/g, ' ').trim();
  if (clean === '') return NOTHING;
  return /^\.+$/.test(clean) ? '-' : clean;
}
