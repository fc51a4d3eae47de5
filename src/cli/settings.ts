import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MailSettings } from '../engine/mail/mailer.ts';
import { writeWholeFile } from '../store/whole-file.ts';

/** What the environment says (see the table in docs/operations.md). */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly home: string;
  readonly databaseUrl: string | null;
  readonly vaultKeys: string | undefined;
  readonly allowPrivateHosts: boolean;
  readonly pullEveryMs: number;
  /** Accounts one process works on at once, per kind of work. */
  readonly width: number;
  /** How long a stopping process lets calls in flight end. */
  readonly drainMs: number;
  readonly logLevel: string;
  /** The address people open the hub under; https makes session cookies Secure. */
  readonly publicUrl: string | null;
  /** The mail server that notices go through, if any. */
  readonly mail: MailSettings | null;
}

/** Reads settings; throws with a sentence that names the variable at fault. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    port: numberFrom(env, 'PORT', 4000, 0, 65_535),
    host: env.HOST ?? '127.0.0.1',
    home: resolve(env.MOA_HOME ?? '.moa'),
    databaseUrl: env.DATABASE_URL === undefined || env.DATABASE_URL === '' ? null : env.DATABASE_URL,
    vaultKeys: env.MOA_VAULT_KEYS,
    allowPrivateHosts: flagFrom(env, 'MOA_ALLOW_PRIVATE_HOSTS'),
    pullEveryMs: numberFrom(env, 'MOA_PULL_SECONDS', 60, 1, 86_400) * 1000,
    width: numberFrom(env, 'MOA_WIDTH', 8, 1, 200),
    drainMs: numberFrom(env, 'MOA_DRAIN_SECONDS', 20, 0, 600) * 1000,
    logLevel: logLevelFrom(env),
    publicUrl: urlFrom(env, 'MOA_PUBLIC_URL'),
    mail: mailSettings(env),
  };
}

function numberFrom(
  env: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new Error(`${name} must be a whole number from ${min} to ${max}, not "${text}"`);
  }
  return value;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

function logLevelFrom(env: NodeJS.ProcessEnv): string {
  const level = env.MOA_LOG || 'info';
  if (LOG_LEVELS.includes(level)) return level;
  throw new Error(`MOA_LOG must be one of ${LOG_LEVELS.join(', ')}, not "${level}"`);
}

function urlFrom(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = env[name] ?? '';
  if (text === '') return null;
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text).origin;
  throw new Error(`${name} must be an http:// or https:// address, not "${text}"`);
}

/** The address holds a password, so no sentence about it repeats it. */
function mailSettings(env: NodeJS.ProcessEnv): MailSettings | null {
  const url = env.MOA_SMTP_URL ?? '';
  const from = env.MOA_MAIL_FROM ?? '';
  if (url === '') return null;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || new URL(url).hostname === '')
    throw new Error('MOA_SMTP_URL must look like smtp://user:password@mail.example.com:587');
  if (!/^[^\s@]+@[^\s@]+$|<[^\s@]+@[^\s@]+>$/.test(from))
    throw new Error('MOA_MAIL_FROM must be an address such as moa@example.com when MOA_SMTP_URL is set');
  return { url, from };
}

function flagFrom(env: NodeJS.ProcessEnv, name: string): boolean {
  const text = env[name]?.toLowerCase() ?? '';
  if (['', '0', 'false', 'off', 'no'].includes(text)) return false;
  if (['1', 'true', 'on', 'yes'].includes(text)) return true;
  throw new Error(`${name} must be on or off, not "${text}"`);
}

/** The secret that signs people's sessions: `MOA_AUTH_SECRET`, else a file made on the first start. */
export function authSecret(env: NodeJS.ProcessEnv, home: string): string {
  if (env.MOA_AUTH_SECRET) return env.MOA_AUTH_SECRET;
  const file = join(home, 'auth.secret');
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true });
    writeWholeFile(file, randomBytes(32).toString('base64url'));
  }
  return readFileSync(file, 'utf8').trim();
}
