import { refuse } from '../gateway/answers.ts';
import type { Span } from '../time.ts';

/** The span that two parameters name, read by `parse`; its end lies behind the second one. */
export function readSpan(
  query: URLSearchParams,
  fromName: string,
  toName: string,
  parse: (text: string) => Span | undefined,
): Span {
  const dateOf = (name: string) => {
    const text = query.get(name) || refuse(`${name} is required`);
    return parse(text) ?? refuse(`${name} is not a valid date : ${text}`);
  };
  const [from, to] = [dateOf(fromName), dateOf(toName)];
  if (to.from < from.from) refuse(`${fromName} must not be later than ${toName}.`);
  return { from: from.from, to: to.to };
}

/** One of the known values, or undefined if the parameter is absent. */
export function readChoice<Value extends string>(
  query: URLSearchParams,
  name: string,
  known: readonly Value[],
): Value | undefined {
  const text = query.get(name) || undefined;
  if (text === undefined) return undefined;
  return known.find((value) => value === text) ?? refuse(`${name} is not valid : ${text}`);
}

/** A whole number from 1 to `max`, or the fallback if the parameter is absent. */
export function readCount(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const text = query.get(name) || String(fallback);
  const count = Number(text);
  return /^\d+$/.test(text) && count >= 1 && count <= max
    ? count
    : refuse(`${name} must be between 1 and ${max}`);
}

/** A page of rows, and the token of the next one: the id of its last row, which stays good when that row is listed no more. */
export function pageAfter<Row>(
  rows: readonly Row[],
  isAfterToken: (row: Row) => boolean,
  idOf: (row: Row) => string,
  size: number,
): { readonly page: readonly Row[]; readonly nextToken: string } {
  const rest = rows.filter(isAfterToken);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return { page, nextToken: last !== undefined && rest.length > size ? idOf(last) : '' };
}

/** Whether a claim was filed after the one that the token names; every claim, if there is no token. */
export function isAfterToken<Claim extends { readonly createdAt: number }>(
  query: URLSearchParams,
  drawer: { get(id: string): Claim | undefined },
  idOf: (claim: Claim) => string,
): (claim: Claim) => boolean {
  const token = query.get('nextToken') ?? '';
  if (token === '') return () => true;
  const before = drawer.get(token) ?? refuse(`nextToken is not valid : ${token}`);
  return (claim) =>
    claim.createdAt > before.createdAt ||
    (claim.createdAt === before.createdAt && idOf(claim) > idOf(before));
}
