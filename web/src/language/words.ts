import { createTranslator } from 'use-intl/core';
import {
  currentLanguage,
  keepLanguage,
  LANGUAGE_CODES,
  LANGUAGES,
  type Language,
  setLanguage,
  useLanguage,
} from './language.ts';

/** The words of one room in one language: ICU messages by key. */
type Messages = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const files: Readonly<Record<string, () => Promise<Messages>>> = import.meta.glob<Messages>(
  '../**/words/*.json',
  { import: 'default' },
);

type Flat = Readonly<Record<string, string>>;

/** What has been fetched, by room and language. */
const shelf = new Map<string, Flat>();
/** What says it: dear to make, and every row of a table wants one. */
const translators = new WeakMap<Flat, Sayings>();
const rooms = new Set<string>();

export interface Words<Room extends Messages> {
  readonly place: string;
  /** Fetches the words in the language shown. A route's loader waits for it. */
  load(): Promise<void>;
  /** Holds the type of the words; never there. */
  readonly room?: Room;
}

type Key<Room> = Extract<
  { [Name in keyof Room]: Room[Name] extends string ? Name : never }[keyof Room],
  string
>;
/** Words by codes of the API lie in groups: `"status": { "PAID": "…" }`. */
type Group<Room> = Exclude<Extract<keyof Room, string>, Key<Room>>;
type Values = Parameters<ReturnType<typeof createTranslator>>[1];
type RichValues = Parameters<ReturnType<typeof createTranslator>['rich']>[1];

/** Says a message: `t('title')`, `t('lines', { count: 3 })`. */
export interface Translate<Room> {
  (key: Key<Room>, values?: Values): string;
  /** A message with marked parts: `t.rich('hint', { link: (text) => <a>{text}</a> })`. */
  rich(key: Key<Room>, values?: RichValues): React.ReactNode;
  /**
   * A word for a code of the API; the code itself where there is no word for it, since it may be newer than the desk.
   * Of codes that the desk knows all must have one: where one lacks it, this does not compile.
   */
  word<Name extends Group<Room>, Code extends string>(
    group: Name,
    code: Code & (string extends Code ? unknown : [Code] extends [keyof Room[Name]] ? unknown : never),
  ): string;
}

/**
 * The words of a room, which lie beside it in `words/ko.json` and so on. `place` is its folder below `src`; the type
 * of the Korean file says which keys there are:
 *
 *   import type ko from './words/ko.json';
 *   export const orderWords = wordsOf<typeof ko>('pages/orders');
 */
export function wordsOf<Room extends Messages>(place: string): Words<Room> {
  rooms.add(place);
  return { place, load: () => fetchWords(place, currentLanguage()) };
}

/** The words of a room that was loaded, in the language shown. */
export function useWords<Room extends Messages>({ place }: Words<Room>): Translate<Room> {
  return translator(place, useLanguage());
}

/** Shows the desk in the language that somebody chooses, now and the next time. */
export async function switchLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await showLanguage(language);
}

/** Shows the desk in another language once the words of all rooms visited are there. */
export async function showLanguage(language: Language): Promise<void> {
  const visited = [...rooms].filter((place) =>
    LANGUAGE_CODES.some((code) => shelf.has(shelfMark(place, code))),
  );
  await Promise.all(visited.map((place) => fetchWords(place, language)));
  setLanguage(language);
}

async function fetchWords(place: string, language: Language): Promise<void> {
  const mark = shelfMark(place, language);
  if (shelf.has(mark)) return;
  const load = files[`../${place}/words/${language}.json`];
  if (load === undefined) throw new Error(`there are no words for ${place} in ${language}`);
  shelf.set(mark, flat(await load()));
}

/** Words of a group get the group's name before theirs. */
function flat(messages: Messages): Flat {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]): readonly (readonly [string, string])[] =>
      typeof value === 'string'
        ? [[key, value]]
        : Object.entries(value).map(([code, text]) => [wordKey(key, code), text]),
    ),
  );
}

/** A dot in a key would mean a group in a group; codes such as `order.ship` have some. */
function wordKey(group: string, code: string): string {
  return `${group}:${code.replaceAll('.', '_')}`;
}

function shelfMark(place: string, language: Language): string {
  return `${place}/${language}`;
}

type Sayings = Translate<Record<string, string>> & { word(group: string, code: string): string };

function translator(place: string, language: Language): Sayings {
  const messages = shelf.get(shelfMark(place, language));
  if (messages === undefined) throw new Error(`the words of ${place} were used before they were loaded`);
  const known = translators.get(messages);
  if (known !== undefined) return known;
  const say = createTranslator({ locale: LANGUAGES[language].locale, messages });
  const sayings: Sayings = Object.assign((key: string, values?: Values) => say(key, values), {
    rich: (key: string, values?: RichValues) => say.rich(key, values),
    word(group: string, code: string): string {
      const key = wordKey(group, code);
      return say.has(key) ? say(key) : code;
    },
  });
  translators.set(messages, sayings);
  return sayings;
}
