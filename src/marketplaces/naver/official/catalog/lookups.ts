import type { NativeCategory, ShopPlace } from '../../../kit/catalog.ts';
import type { Client } from '../client.ts';
import { askCategories } from './categories.ts';
import { askNoticeKinds, type NoticeKind } from './notice-forms.ts';
import { readPlaces } from './places.ts';

/** What hardly ever changes, asked for once in the life of a desk: Naver lets 2 calls a second through (sheet §2.1). */
export interface Lookups {
  categories(): Promise<readonly NativeCategory[]>;
  noticeKinds(): Promise<readonly NoticeKind[]>;
  places(): Promise<readonly ShopPlace[]>;
}

export function openLookups(client: Client): Lookups {
  return {
    categories: once(() => askCategories(client)),
    noticeKinds: once(() => askNoticeKinds(client, null)),
    places: once(() => readPlaces(client)),
  };
}

/** Asks at the first call; one that failed is asked again. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined;
  return async () => {
    asked ??= ask();
    try {
      return await asked;
    } catch (error) {
      asked = undefined;
      throw error;
    }
  };
}
