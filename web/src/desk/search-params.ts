/** What an address says, before anybody has looked at it. */
export type Search = Readonly<Record<string, unknown>>;

/** A text of an address; absent and empty are the same. */
export function textOf(search: Search, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One of a set; anything else in the address is passed over. */
export function oneOf<Value extends string>(
  search: Search,
  name: string,
  choices: readonly Value[],
): Value | undefined {
  return choices.find((choice) => choice === search[name]);
}

/** A row's number. */
export function idOf(search: Search, name: string): string | undefined {
  const text = textOf(search, name);
  return text !== undefined && /^\d{1,15}$/.test(text) ? text : undefined;
}

/** A day as `2026-11-22`. */
export function dayOf(search: Search, name: string): string | undefined {
  const text = textOf(search, name);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}

/** Leaves out what is not there, so that addresses stay short. */
export function compact<Fields extends object>(fields: Fields): Fields {
  const kept: Fields = { ...fields };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept;
}
