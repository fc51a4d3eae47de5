import { goingRound } from './walk.ts';

/** Every page of one list, from its first to its last; throws when they go round in circles. */
export async function* pagesOf<Page extends { readonly nextToken: string }>(
  operation: string,
  read: (nextToken: string) => Promise<Page>,
): AsyncGenerator<Page> {
  const met = new Set<string>();
  for (let nextToken = ''; ; ) {
    if (met.has(nextToken)) throw goingRound(operation, nextToken);
    met.add(nextToken);
    const page = await read(nextToken);
    yield page;
    if (page.nextToken === '') return;
    nextToken = page.nextToken;
  }
}
