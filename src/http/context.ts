import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Hub } from '../engine/hub.ts';
import type { PictureShelf } from '../engine/pictures/picture-shelf.ts';
import type { People } from './auth/people.ts';

/** The server as the endpoints see it: schemas are Zod's. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What endpoints stand on. */
export interface HttpContext {
  readonly hub: Hub;
  readonly people: People;
  readonly pictures: PictureShelf;
  /** Aborts when the server is closing, so that waiting requests answer at once. */
  readonly closing: AbortSignal;
}

/** One endpoint: adds itself to the server. */
export type Endpoint = (api: Api, context: HttpContext) => void;
