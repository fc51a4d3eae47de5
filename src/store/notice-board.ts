import type { Database } from './database.ts';
import type { Listening } from './listen.ts';
import { NOTICE_CHANNELS, type NoticeChannel } from './notices.ts';

export interface NoticeFollower {
  readonly onNotice: (channel: NoticeChannel, text: string) => void;
  /** The connection was made, for the first time or again: notices may have been missed before. */
  readonly onGap: () => void;
}

/** Where everything in a process hears what any process announces. One connection for all of them. */
export interface NoticeBoard {
  /** Hears from now on until the answered function is called. */
  follow(follower: NoticeFollower): () => void;
  close(): Promise<void>;
}

/** Opens the board of a process. It begins to listen with its first follower. */
export function openNoticeBoard(db: Database): NoticeBoard {
  const followers = new Set<NoticeFollower>();
  let listening: Promise<Listening> | undefined;
  let closed = false;

  const listen = () =>
    db.listen(
      NOTICE_CHANNELS,
      (channel, text) => {
        const known = NOTICE_CHANNELS.find((name) => name === channel);
        if (known === undefined) return;
        for (const follower of [...followers]) follower.onNotice(known, text);
      },
      () => {
        for (const follower of [...followers]) follower.onGap();
      },
    );

  return {
    follow(follower) {
      followers.add(follower);
      if (!closed && listening === undefined) {
        listening = listen();
        // A database that is closed already; there is nothing to hear.
        listening.catch(() => {});
      }
      return () => {
        followers.delete(follower);
      };
    },
    async close() {
      closed = true;
      followers.clear();
      await listening?.then(
        (started) => started.stop(),
        () => {},
      );
    },
  };
}
