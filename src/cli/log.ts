import pino, { type Logger } from 'pino';

/**
 * The process's log. Secrets and personal data never reach it by construction: callers log ids, counts and
 * reasons. The paths below are a second lock, for an object somebody logs whole.
 */
export function createLog(level: string, file?: string): Logger {
  return pino(
    {
      level,
      redact: {
        paths: [
          '*.authorization',
          '*.credentials',
          '*.password',
          '*.token',
          '*.secret',
          '*.phone',
          '*.address',
          'req.headers',
        ],
        censor: '[hidden]',
      },
    },
    pino.destination(file === undefined ? { dest: 2 } : { dest: file, mkdir: true }),
  );
}
