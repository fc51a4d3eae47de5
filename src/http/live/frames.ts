import { EVENT_TYPES } from '../../domain/event.ts';
import type { OwnerId, RunId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { createAlarm } from '../../jobs/alarm.ts';
import { isDatabaseAway } from '../../store/database-away.ts';
import { type EventPlace, type FedEvent, presentPlace, readEventsAfter } from '../../store/event-feed.ts';
import { asOwner } from '../../store/scope.ts';
import { findRuns, readRunNotice } from '../../store/sync-runs.ts';
import type { Language } from '../problems/language.ts';
import { runOf } from '../sync/run-view.ts';
import { placeText } from './place.ts';

export const RUN_PROGRESS = 'run.progress';
/** What a follower can hear of. */
export const LIVE_TYPES = [...EVENT_TYPES, RUN_PROGRESS] as const;
export type LiveType = (typeof LIVE_TYPES)[number];

/** Proxies close connections on which nothing moves. It is also how lost notices are made up for. */
const HEARTBEAT_MS = 15_000;
/** A busy run is shown this often. */
const RUN_EVERY_MS = 250;
const EVENTS_AFTER_MS = 20;
const HELD_MS = 100;
const DATABASE_AWAY_MS = 1_000;
const PAGE = 200;
/** How long a client waits before it connects again. */
const RETRY_MS = 2_000;

export interface FollowWish {
  /** The last event the client has; null begins now. */
  readonly after: EventPlace | null;
  /** Null is all. */
  readonly types: ReadonlySet<LiveType> | null;
  readonly language: Language;
}

/**
 * What happens to an owner, as frames of server-sent events, until `ending`. The consumer sets the pace: nothing is
 * read for it while it has not taken what it was given, so a slow one costs no memory.
 */
export async function* liveFrames(
  hub: Hub,
  owner: OwnerId,
  { after, types, language }: FollowWish,
  ending: AbortSignal,
): AsyncGenerator<string> {
  const wants = (type: LiveType) => types === null || types.has(type);
  const alarm = createAlarm();
  const runs = new Set<RunId>();
  const unfollow = hub.notices.follow({
    onNotice(channel, text) {
      if (channel === 'moa_events' && text === String(owner)) alarm.ring(EVENTS_AFTER_MS);
      if (channel !== 'moa_runs' || !wants(RUN_PROGRESS)) return;
      const notice = readRunNotice(text);
      if (notice.owner !== owner) return;
      runs.add(notice.run);
      alarm.ring(RUN_EVERY_MS);
    },
    onGap: () => alarm.ring(),
  });
  const wake = () => alarm.ring();
  ending.addEventListener('abort', wake, { once: true });
  try {
    let place = after ?? (await asOwner(hub.db, owner, presentPlace));
    let told = place;
    yield `retry: ${RETRY_MS}\n${idLine(place)}\n`;
    while (!ending.aborted) {
      try {
        const from = place;
        const page = await asOwner(hub.db, owner, (scope) => readEventsAfter(scope, from, PAGE));
        for (const event of page.events) {
          place = event.place;
          if (!wants(event.type)) continue;
          told = place;
          yield eventFrame(event);
        }
        const noticed = [...runs];
        runs.clear();
        if (noticed.length > 0) {
          const found = await asOwner(hub.db, owner, (scope) => findRuns(scope, noticed));
          for (const run of found) yield frame(RUN_PROGRESS, runOf(run, language));
        }
        if (page.held) alarm.ring(HELD_MS);
        if (page.events.length >= PAGE) continue;
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        alarm.ring(DATABASE_AWAY_MS);
      }
      const waitedFrom = performance.now();
      await alarm.wait(HEARTBEAT_MS);
      if (performance.now() - waitedFrom < HEARTBEAT_MS) continue;
      // A client that wants few types moves on as well, and need not be read the rest again.
      yield place === told ? ': still here\n\n' : `: still here\n${idLine(place)}\n`;
      told = place;
    }
  } finally {
    ending.removeEventListener('abort', wake);
    unfollow();
  }
}

function eventFrame({ place, id, type, account, data, at }: FedEvent): string {
  return `${idLine(place)}${frame(type, { id, type, account_id: account, at: at.toISOString(), data })}`;
}

/** JSON has no line breaks of its own, so one data line holds it. */
function frame(type: string, data: unknown): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

function idLine(place: EventPlace): string {
  return `id: ${placeText(place)}\n`;
}
