import { type Grams, gramsOf, likeness, numbersIn, optionAgreement } from './similarity.ts';

/** Something with a name and options, on either side of a link. */
export interface Named {
  readonly name: string;
  readonly optionValues: readonly string[];
}

export interface NameMatch<Id> {
  readonly id: Id;
  /** 0 to `SAME_NAME`. */
  readonly confidence: number;
  /** How alike the names are, and how far the options agree, 0 to 1. */
  readonly name: number;
  readonly options: number;
  readonly numbersDiffer: boolean;
}

/** The same name and options: never certain, since names are no codes. */
const SAME_NAME = 0.95;
/** Of a name's match this much is left when no option agrees. */
const WITHOUT_OPTIONS = 0.3;
const OTHER_NUMBERS = 0.7;
/** Below this a match helps nobody. */
const LEAST = 0.3;
/** Names are compared in full only for so many, those that share the most of the rarest pairs of letters. */
const COMPARED = 60;
/** Pairs of letters that are looked up, rarest first. */
const LOOKED_UP = 12;

/** How sure it is that two things of these names are one. The same whichever comes first. */
export function compareNames(one: Named, other: Named): Omit<NameMatch<never>, 'id'> {
  return judged(one, other, likeness(gramsOf(one.name), gramsOf(other.name)));
}

function judged(one: Named, other: Named, name: number): Omit<NameMatch<never>, 'id'> {
  const options = optionAgreement(one, other);
  const numbersDiffer = numbersIn(allOf(one)).join() !== numbersIn(allOf(other)).join();
  const confidence =
    SAME_NAME *
    name *
    (WITHOUT_OPTIONS + (1 - WITHOUT_OPTIONS) * options) *
    (numbersDiffer ? OTHER_NUMBERS : 1);
  return { confidence: Math.round(confidence * 1000) / 1000, name, options, numbersDiffer };
}

function allOf({ name, optionValues }: Named): string {
  return [name, ...optionValues].join(' ');
}

/** Things of one name that differ by their options. */
export interface NamedGroup<Id> {
  readonly name: string;
  readonly members: readonly { readonly id: Id; readonly optionValues: readonly string[] }[];
}

/** Names that others are looked for in. */
export interface NameIndex<Id> {
  /** The most alike first, at most `limit`. */
  find(wanted: Named, limit: number): readonly NameMatch<Id>[];
}

/** Prepares many named things for being found by names. */
export function indexNames<Id extends number>(groups: readonly NamedGroup<Id>[]): NameIndex<Id> {
  const entries = groups.map((group) => ({ group, grams: gramsOf(group.name) }));
  const places = new Map<string, number[]>();
  for (const [nth, { grams }] of entries.entries()) {
    for (const gram of grams.counts.keys()) {
      const known = places.get(gram);
      if (known === undefined) places.set(gram, [nth]);
      else known.push(nth);
    }
  }
  return {
    find(wanted, limit) {
      const mine = gramsOf(wanted.name);
      return candidates(mine, places)
        .flatMap((nth) => {
          const entry = entries[nth];
          if (entry === undefined) return [];
          const { name, members } = entry.group;
          const alike = likeness(mine, entry.grams);
          if (SAME_NAME * alike < LEAST) return [];
          return members.map(({ id, optionValues }) => ({
            id,
            ...judged(wanted, { name, optionValues }, alike),
          }));
        })
        .filter(({ confidence }) => confidence >= LEAST)
        .sort((one, other) => other.confidence - one.confidence || one.id - other.id)
        .slice(0, limit);
    },
  };
}

/** The groups that share the most of the rarest pairs. */
function candidates(grams: Grams, places: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const rarest = [...grams.counts.keys()]
    .flatMap((gram) => {
      const found = places.get(gram);
      return found === undefined ? [] : [found];
    })
    .sort((one, other) => one.length - other.length)
    .slice(0, LOOKED_UP);
  const shared = new Map<number, number>();
  for (const found of rarest) {
    for (const nth of found) shared.set(nth, (shared.get(nth) ?? 0) + 1 / found.length);
  }
  return [...shared]
    .sort(([one, mine], [other, theirs]) => theirs - mine || one - other)
    .slice(0, COMPARED)
    .map(([nth]) => nth);
}
