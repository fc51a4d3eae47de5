import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWholeFile } from '../whole-file.ts';
import { KEY_BYTES } from './seal.ts';

export interface VaultKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** Keys that wrap the data keys: the newest wraps, all of them unwrap. */
export interface Keyring {
  readonly newest: VaultKey;
  find(id: string): VaultKey;
}

/** Reads `id:base64` pairs, newest first, separated by commas or line ends. Throws on anything else. */
export function parseKeyring(text: string): Keyring {
  const keys = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseKey);
  const [newest] = keys;
  if (newest === undefined) throw new Error('no vault key given: MOA_VAULT_KEYS or the key file is empty');
  if (new Set(keys.map(({ id }) => id)).size !== keys.length)
    throw new Error('two vault keys have the same id');
  return {
    newest,
    find(id) {
      const key = keys.find((candidate) => candidate.id === id);
      if (key === undefined)
        throw new Error(`vault key "${id}" is missing; rows wrapped with it cannot be opened`);
      return key;
    },
  };
}

function parseKey(part: string): VaultKey {
  const colon = part.indexOf(':');
  const id = part.slice(0, colon);
  const bytes = Buffer.from(part.slice(colon + 1), 'base64');
  if (colon < 1 || bytes.length !== KEY_BYTES) {
    throw new Error(`a vault key must be "id:" and ${KEY_BYTES} bytes in base64`);
  }
  return { id, secret: createSecretKey(bytes) };
}

export interface LoadedKeyring {
  readonly keyring: Keyring;
  /** Writes a key that was made just now to its file. To be called once the vault has opened with it. */
  keep(): void;
}

/**
 * The keys from `MOA_VAULT_KEYS`, else from the key file of the data folder, which is made on the first start: but
 * only when kept, so that a start without the right keys leaves no wrong ones behind.
 */
export function loadKeyring(fromEnv: string | undefined, home: string): LoadedKeyring {
  if (fromEnv !== undefined && fromEnv !== '') return { keyring: parseKeyring(fromEnv), keep() {} };
  const file = keyFile(home);
  if (existsSync(file)) return { keyring: parseKeyring(readFileSync(file, 'utf8')), keep() {} };
  const fresh = newKeyText('1');
  return {
    keyring: parseKeyring(fresh),
    keep() {
      mkdirSync(home, { recursive: true });
      writeFileSync(file, `${fresh}\n`, { mode: 0o600, flag: 'wx' });
    },
  };
}

/** Puts a new newest key into the key file and answers the keyring that holds it. */
export function addKeyToFile(home: string): Keyring {
  const file = keyFile(home);
  const before = readFileSync(file, 'utf8');
  const ids = before.split(/[,\n]/).map((part) => Number.parseInt(part, 10));
  const next = Math.max(0, ...ids.filter(Number.isInteger)) + 1;
  writeWholeFile(file, `${newKeyText(String(next))}\n${before}`);
  return parseKeyring(readFileSync(file, 'utf8'));
}

function keyFile(home: string): string {
  return join(home, 'vault.keys');
}

function newKeyText(id: string): string {
  return `${id}:${randomBytes(KEY_BYTES).toString('base64')}`;
}
