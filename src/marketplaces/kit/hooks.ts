/** A push as it came over the wire, before anything of it is believed. */
export interface HookRequest {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly remoteAddress: string;
  readonly body: Buffer;
  /** The body as lossless JSON. */
  readonly json: unknown;
}

export type HookCheck =
  | { readonly genuine: true }
  /** What did not fit, for the log; never the values themselves. */
  | { readonly genuine: false; readonly because: string };

/** An order that a push is about. */
export interface OrderHint {
  readonly nativeOrderId: string;
  /** The kind of event, in the marketplace's words. */
  readonly kind: string | null;
}

export interface HookAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A thing on sale that a question is about. */
export interface AskedThing {
  /** The names that it may have among native item ids, likeliest first. */
  readonly names: readonly string[];
  /** The seller's own code of the listing, for where the marketplace tells no number of its own. */
  readonly sellerCode: string;
  /** Which option of it, by the seller's own code where it has one; null for the goods as a whole. */
  readonly option: { readonly code: string | null; readonly value: string } | null;
}

/** A marketplace's question whether goods are still there, read and ready to be answered. */
export interface StockQuestion {
  readonly things: readonly AskedThing[];
  /** Writes the answer from what is left of each thing; null where nobody knows, which holds no buyer up. */
  answer(left: readonly (number | null)[]): string;
}

/** Questions that a marketplace asks a seller's address while a buyer waits: pure functions. */
export interface QuestionsPort {
  /** The media type of its answers. */
  readonly contentType: string;
  /** Throws UnreadableError for what is no question. */
  stockQuestionIn(body: Buffer): StockQuestion;
}

/**
 * How one marketplace's pushes are taken: pure functions. A push is only ever a hint that some orders should be
 * read: nothing else of it is used.
 */
export interface HooksPort {
  /** The marketplace's own check, where it has one: an API key in a header, a signature, its network ranges. */
  verify?(request: HookRequest, credentials: Readonly<Record<string, string>>): HookCheck;
  /** Names what makes a repeated delivery the same, where the marketplace numbers its deliveries. */
  deliveryIdOf?(request: HookRequest): string | null;
  /** The orders it is about. None means that something changed, nobody knows what. */
  hintsOf(json: unknown): readonly OrderHint[];
  /** What a marketplace wants to hear when a push was taken, and on its test ping; 202 when absent. */
  answer?(json: unknown, now: Date): HookAnswer;
  /** What it asks and waits for, where it does. */
  readonly questions?: QuestionsPort;
}

/** Names under which order numbers come in the pushes and forwarders we know, in letters only. */
const ORDER_ID_NAMES: ReadonlySet<string> = new Set([
  'orderid',
  'orderids',
  'orderno',
  'ordernos',
  'ordernumber',
  'ordno',
  'ordnos',
  'nativeorderid',
  'postingnumber',
]);
const KIND_NAMES: ReadonlySet<string> = new Set([
  'eventtype',
  'event',
  'type',
  'messagetype',
  'notificationtype',
]);

/** Some numbers carry the site they are of, such as `A:2111000001` (ESM). */
const ORDER_ID = /^[\w:-]{1,64}$/;
const DEEPEST = 8;
const MOST_VALUES = 5_000;
const MOST_HINTS = 200;

/** For marketplaces without pushes of their own, whose orders a gateway or a program announces in its own shape. */
export const USUAL_HOOKS: HooksPort = { hintsOf: hintsAnywhere };

/**
 * Finds order numbers anywhere in a document by the names they usually have. Never throws, looks at a bounded part
 * of the document only, and gives each number once.
 */
export function hintsAnywhere(json: unknown): readonly OrderHint[] {
  const found = new Set<string>();
  let looked = 0;
  const look = (value: unknown, name: string, depth: number): void => {
    looked += 1;
    if (looked > MOST_VALUES || found.size >= MOST_HINTS) return;
    if (typeof value === 'object' && value !== null) {
      if (depth >= DEEPEST) return;
      if (Array.isArray(value)) for (const item of value) look(item, name, depth + 1);
      else for (const [key, inner] of Object.entries(value)) look(inner, lettersOf(key), depth + 1);
      return;
    }
    if (ORDER_ID_NAMES.has(name)) for (const id of idsIn(value)) found.add(id);
  };
  look(json, '', 0);
  const kind = kindOf(json);
  return [...found].slice(0, MOST_HINTS).map((nativeOrderId) => ({ nativeOrderId, kind }));
}

function lettersOf(name: string): string {
  return name.replace(/[^a-z]/gi, '').toLowerCase();
}

/** Bulk events join numbers by commas (Cafe24 sheet §3.10). */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? [String(value)] : [];
  if (typeof value !== 'string') return [];
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => ORDER_ID.test(part));
}

function kindOf(json: unknown): string | null {
  if (typeof json !== 'object' || json === null) return null;
  const named = Object.entries(json).find(
    ([key, value]) => KIND_NAMES.has(lettersOf(key)) && typeof value === 'string',
  );
  return named === undefined ? null : String(named[1]).slice(0, 100);
}
