import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';

/** Where all processes of a test run write their logs and the secrets they use; set by the global setup. */
const FOLDER = process.env.MOA_TEST_LOGS;

/** A log of everything the hub says in a test, at the finest level, kept for the scan at the end of the run. */
export function watchedLog(): Logger {
  if (FOLDER === undefined) return pino({ level: 'silent' });
  return pino({ level: 'trace' }, pino.destination({ dest: join(FOLDER, `${process.pid}.log`), sync: true }));
}

/** Names values that must appear in no log of this run. */
export function watchSecrets(values: readonly string[]): void {
  if (FOLDER === undefined) return;
  const kept = values.filter((value) => value.length >= 6);
  appendFileSync(
    join(FOLDER, `${process.pid}.secrets`),
    kept.map((value) => `${JSON.stringify(value)}\n`).join(''),
  );
}

/** A part of one may have no letters and look like a phone number. */
const UUIDS = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g;

/** Korean phone numbers, mobile, land line and 050x safe numbers, with or without separators; not the decimals of a number. */
const PHONE = /(?<!\d\.)\b0(?:1[016789]|2|[3-6]\d|50\d)[-. ]?\d{3,4}[-. ]?\d{4}\b/;

export interface LogScan {
  readonly lines: number;
  readonly secrets: number;
  /** Lines that hold a secret or a phone number, with the reason. */
  readonly leaks: readonly string[];
}

/** Reads every log of a run and looks for every secret used in it and for anything like a phone number. */
export function scanLogs(folder: string): LogScan {
  const files = readdirSync(folder);
  const read = (ending: string) =>
    files
      .filter((name) => name.endsWith(ending))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .filter((line) => line !== '');
  const secrets = new Set(read('.secrets').map((line): string => JSON.parse(line)));
  // A vendor or seller id is public and stands in request paths or answers; it opens nothing.
  for (const secret of secrets) if (/^([AC]|hub(gmkt|auction))\d+$/.test(secret)) secrets.delete(secret);
  const lines = read('.log');
  const leaks = lines.flatMap((line) => {
    const phone = PHONE.exec(line.replace(UUIDS, ''))?.[0];
    if (phone !== undefined) return [`phone number ${phone}: ${line.slice(0, 300)}`];
    for (const secret of secrets) if (line.includes(secret)) return [`secret: ${line.slice(0, 300)}`];
    return [];
  });
  return { lines: lines.length, secrets: secrets.size, leaks };
}
