import type { Clock } from './clock.ts';
import { ControlError } from './control-error.ts';
import type { Desk } from './desk.ts';
import { describeFault, readFault } from './faults.ts';
import { booleanInput, countInput, numberInput, objectInput, optionalInstantInput } from './input.ts';
import type { PushBook } from './pushes.ts';
import type { Traffic } from './traffic.ts';

/** One call to the control API. */
export interface ControlRequest {
  readonly method: string;
  /** Path segments after `/_control/`, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Address of the sandbox, such as `http://127.0.0.1:4010`. */
  readonly origin: string;
}

/** What the control API commands. */
export interface ControlRoom {
  readonly clock: Clock;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly traffic: Traffic;
  readonly pushes: PushBook;
}

/** Carries out a control call and answers its JSON. Throws a `ControlError` on one it cannot carry out. */
export function control(room: ControlRoom, request: ControlRequest): unknown {
  const [first = '', ...rest] = request.segments;
  const desk = room.desks.get(first);
  if (desk !== undefined) return controlDesk(room, desk, request, rest);
  switch (`${request.method} ${request.segments.join('/')}`) {
    case 'GET health':
      return { status: 'ok' };
    case 'GET marketplaces':
      return { marketplaces: [...room.desks.keys()] };
    case 'GET clock':
      return describeClock(room.clock);
    case 'POST clock':
      return setClock(room.clock, request.body);
    case 'POST tick':
      tick(room);
      return { ticked: true };
    default:
      throw unknownCall(request);
  }
}

/** Lets happen in every marketplace what happens by itself as time passes. */
export function tick(room: ControlRoom): void {
  for (const { marketplace, frame } of room.desks.values()) marketplace.tick(frame);
}

function unknownCall(request: ControlRequest): ControlError {
  return new ControlError(`there is no ${request.method} /_control/${request.segments.join('/')}`, 404);
}

function describeClock(clock: Clock): unknown {
  return { now: new Date(clock.now()).toISOString(), frozen: clock.isFrozen() };
}

function setClock(clock: Clock, body: unknown): unknown {
  const input = objectInput(body);
  const instant = optionalInstantInput(input, 'set');
  if (instant !== undefined) clock.set(instant);
  clock.advance(numberInput(input, 'advance_ms', 0));
  const freeze = booleanInput(input, 'freeze', clock.isFrozen());
  if (freeze !== clock.isFrozen()) freeze ? clock.freeze() : clock.thaw();
  return describeClock(clock);
}

function controlDesk(
  room: ControlRoom,
  desk: Desk,
  request: ControlRequest,
  segments: readonly string[],
): unknown {
  const [noun = '', name, ...rest] = segments;
  if (noun === 'shops' && name !== undefined) return controlShop(room, desk, request, name, rest);
  if (noun === 'faults' && name !== undefined && rest.length === 0 && request.method === 'DELETE') {
    if (!desk.faults.remove(Number(name))) throw new ControlError(`there is no fault ${name}`, 404);
    return { removed: Number(name) };
  }
  const { marketplace, faults, journal, frame } = desk;
  switch (`${request.method} ${segments.join('/')}`) {
    case 'GET shops':
      return { shops: marketplace.shops() };
    case 'POST shops':
      return {
        ...marketplace.openShop(request.body, frame),
        base_url: `${request.origin}/${marketplace.id}`,
      };
    case 'GET faults':
      return { faults: faults.list().map(describeFault) };
    case 'POST faults':
      return describeFault(faults.set(readFault(request.body)));
    case 'DELETE faults':
      faults.clear();
      return { faults: [] };
    case 'GET calls':
      return journal.report();
    case 'DELETE calls':
      journal.clear();
      return journal.report();
    default:
      throw unknownCall(request);
  }
}

function controlShop(
  { traffic, pushes }: ControlRoom,
  desk: Desk,
  request: ControlRequest,
  shop: string,
  segments: readonly string[],
): unknown {
  const { marketplace, frame } = desk;
  if (!marketplace.shops().includes(shop)) throw new ControlError(`there is no shop ${shop}`, 404);
  const [noun = '', name = '', ...rest] = segments;
  if (noun === 'acts' && request.method === 'POST' && rest.length === 0) {
    const act = Object.hasOwn(marketplace.acts, name) ? marketplace.acts[name] : undefined;
    if (act === undefined) throw new ControlError(`${marketplace.id} knows no act ${name}`, 404);
    return act(shop, request.body, frame) ?? {};
  }
  const input = request.method === 'GET' ? {} : objectInput(request.body);
  switch (`${request.method} ${segments.join('/')}`) {
    case 'GET orders':
      return { orders: marketplace.orders(shop, request.query.get('id') ?? undefined) };
    case 'GET claims': {
      if (marketplace.claims === undefined) throw unknownCall(request);
      return { claims: marketplace.claims(shop, request.query.get('id') ?? undefined) };
    }
    case 'GET offers': {
      if (marketplace.offers === undefined) throw unknownCall(request);
      return { offers: marketplace.offers(shop) };
    }
    case 'GET listings': {
      if (marketplace.listings === undefined) throw unknownCall(request);
      return { listings: marketplace.listings(shop, request.query.get('id') ?? undefined) };
    }
    case 'POST buy':
      return { orders: marketplace.buy(shop, countInput(input, 'count', 1), frame) };
    case 'POST hook':
      return pushes.setHook(`${marketplace.id}/${shop}`, input);
    case 'POST push':
      return pushes.push(marketplace.id, `${marketplace.id}/${shop}`, input);
    case 'GET pushes':
      return pushes.list(`${marketplace.id}/${shop}`);
    case 'POST traffic': {
      const everyMs = countInput(input, 'every_ms', 1_000);
      const count = countInput(input, 'count', 1);
      traffic.start(desk, shop, everyMs, count);
      return { every_ms: everyMs, count };
    }
    default:
      throw unknownCall(request);
  }
}
