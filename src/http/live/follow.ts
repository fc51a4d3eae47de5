import { z } from 'zod';
import type { OwnerId } from '../../domain/ids.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { ownIssue } from '../problems/field-errors.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { LIVE_TYPES, type LiveType, liveFrames } from './frames.ts';
import { sendLive } from './live-stream.ts';
import { placeOf } from './place.ts';

/** Streams one business may have open at one process. */
const MOST_STREAMS = 50;
/** A client that takes nothing for this long is let go; it goes on where it was when it comes again. */
const SLOW_MS = 30_000;
/** After this long a client has to come again, and to show that it still may. */
const LONGEST_MS = 30 * 60_000;

const types = z
  .string()
  .transform((text, ctx): ReadonlySet<LiveType> => {
    const wanted = text.split(',').map((name) => name.trim());
    const known = LIVE_TYPES.filter((type) => wanted.includes(type));
    if (known.length === new Set(wanted).size) return new Set(known);
    ctx.addIssue(
      ownIssue({
        code: 'not_a_choice',
        sentence: {
          ko: `쉼표로 나눈 다음 이름들이어야 합니다: ${LIVE_TYPES.join(', ')}`,
          en: `Some of these, with commas between them: ${LIVE_TYPES.join(', ')}`,
          ru: `Некоторые из этих, через запятую: ${LIVE_TYPES.join(', ')}`,
          uz: `Bulardan ayrimlari, vergul bilan: ${LIVE_TYPES.join(', ')}`,
        },
        choices: LIVE_TYPES.map((value) => ({ value })),
      }),
    );
    return z.NEVER;
  })
  .meta({ description: `Only these, with commas between them: ${LIVE_TYPES.join(', ')}` });

const place = z.string().transform((text, ctx) => {
  const found = placeOf(text);
  if (found !== undefined) return found;
  ctx.addIssue(
    ownIssue({
      code: 'bad_format',
      sentence: {
        ko: '받은 id를 그대로 보내 주세요. 지금부터 받으려면 빼세요.',
        en: 'Send the id as it was received, or leave it out to begin now.',
        ru: 'Передайте id таким, каким получили, или не передавайте его, чтобы начать с этого момента.',
        uz: 'Id ni olganingizdek yuboring yoki hozirdan boshlash uchun uni yubormang.',
      },
    }),
  );
  return z.NEVER;
});

const HEADER = 'last-event-id';

/** `GET /events`: what happens, as it happens. */
export const followEvents: Endpoint = (api, { hub, closing }) => {
  const open = new Map<OwnerId, number>();
  api.get('/events', {
    schema: {
      operationId: 'followEvents',
      summary: 'Live stream of what happens',
      description:
        'Server-sent events: what happened (each with an `id`, never twice, none left out) and `run.progress` with a ' +
        'sync log as it stands, at most a few times a second. With `Last-Event-ID` it goes on after that event. The ' +
        'stream ends now and then; connect again with the last id, as browsers do by themselves. To miss nothing ' +
        'between reading and following, begin with `after` and the `events_from` of `GET /me`, asked for before.',
      tags: ['events'],
      querystring: z.strictObject({
        types: types.optional(),
        after: place
          .optional()
          .meta({ description: 'Where to begin, when there is no `Last-Event-ID` yet.' }),
      }),
      headers: z.object({
        [HEADER]: place
          .optional()
          .meta({ description: 'The id of the last event received: the stream goes on after it.' }),
      }),
      response: {
        200: {
          description: 'Frames of server-sent events.',
          content: { 'text/event-stream': { schema: z.string() } },
        },
        ...problemAnswers(422, 429),
      },
    },
    handler: async (request, reply) => {
      const { owner } = callerOf(request);
      const count = open.get(owner) ?? 0;
      if (count >= MOST_STREAMS) throw new Problem('too_many_streams');
      open.set(owner, count + 1);
      const gone = new AbortController();
      reply.raw.once('close', () => {
        gone.abort();
        const left = (open.get(owner) ?? 1) - 1;
        if (left > 0) open.set(owner, left);
        else open.delete(owner);
      });
      const frames = liveFrames(
        hub,
        owner,
        {
          after: request.headers[HEADER] ?? request.query.after ?? null,
          types: request.query.types ?? null,
          language: languageOf(request),
        },
        AbortSignal.any([closing, gone.signal, AbortSignal.timeout(LONGEST_MS)]),
      );
      return sendLive(reply, frames, SLOW_MS);
    },
  });
};
