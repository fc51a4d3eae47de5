import { ControlError } from './control-error.ts';
import { booleanInput, countInput, optionalTextInput, optionalTextsInput, textInput } from './input.ts';
import type { JsonObject } from './json.ts';

/** One push that was sent, and what the other side said; 0 when it said nothing. */
interface SentPush {
  readonly body: string;
  status: number | null;
}

interface Hook {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly sent: SentPush[];
}

/** Where the shops push to, and what they pushed. Pushing goes on in the background, as the real ones do. */
export interface PushBook {
  /** Names where a shop's pushes go, and a bearer token to send along if there is one. */
  setHook(shop: string, input: JsonObject): unknown;
  /** Pushes one event for each of `orders`, or exactly `body`; see the fields it reads. */
  push(market: string, shop: string, input: JsonObject): unknown;
  list(shop: string): unknown;
}

const GIVE_UP_MS = 10_000;

export function createPushBook(): PushBook {
  const hooks = new Map<string, Hook>();

  function hookOf(shop: string): Hook {
    const hook = hooks.get(shop);
    if (hook === undefined) throw new ControlError(`the shop ${shop} has no hook`, 404);
    return hook;
  }

  return {
    setHook(shop, input) {
      const url = textInput(input, 'url');
      if (!URL.canParse(url)) throw new ControlError('url must be an address');
      const token = optionalTextInput(input, 'token');
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      hooks.set(shop, { url, headers, sent: [] });
      return { url };
    },
    push(market, shop, input) {
      const hook = hookOf(shop);
      const fresh = bodiesOf(market, input);
      const again = booleanInput(input, 'replay', false) ? hook.sent.map(({ body }) => body) : [];
      const times = countInput(input, 'times', 1, 10_000);
      let bodies = [...again, ...fresh].flatMap((body) => Array.from({ length: times }, () => body));
      if (booleanInput(input, 'reversed', false)) bodies = bodies.toReversed();
      const pushes = bodies.map((body): SentPush => ({ body, status: null }));
      hook.sent.push(...pushes);
      for (const push of pushes) void send(hook, push);
      return { pushed: pushes.length };
    },
    list: (shop) => ({ pushes: hookOf(shop).sent }),
  };
}

function bodiesOf(market: string, input: JsonObject): readonly string[] {
  const body = optionalTextInput(input, 'body');
  if (body !== undefined) return [body];
  const eventType = optionalTextInput(input, 'event_type') ?? 'order.changed';
  return (optionalTextsInput(input, 'orders') ?? []).map((orderId) =>
    JSON.stringify({ platform: market, event_type: eventType, data: { orderId } }),
  );
}

async function send(hook: Hook, push: SentPush): Promise<void> {
  try {
    const answer = await fetch(hook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...hook.headers },
      body: push.body,
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    await answer.arrayBuffer();
    push.status = answer.status;
  } catch {
    push.status = 0;
  }
}
