/** Where to go after the login: only to a page of the desk itself, never to an address from elsewhere. */
export function wayBack(asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith('/') || asked.startsWith('//') || asked.includes('\\'))
    return '/';
  return asked.startsWith('/login') ? '/' : asked;
}
