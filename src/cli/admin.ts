import { ownerId } from '../domain/ids.ts';
import { createUser, requireFreeEmail } from '../http/auth/users.ts';
import { issueApiToken } from '../store/api-tokens.ts';
import { createOwner, listOwners, type Role } from '../store/owners.ts';
import { addKeyToFile, type Keyring } from '../store/vault/keyring.ts';
import { rotateDataKeys } from '../store/vault/vault.ts';
import { type OpenHouse, openHouse } from './house.ts';
import { createLog } from './log.ts';
import { authSecret, readSettings, type Settings } from './settings.ts';

async function withHouse(work: (house: OpenHouse, settings: Settings) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env);
  const house = await openHouse(settings, createLog('warn'));
  try {
    await work(house, settings);
  } finally {
    await house.close();
  }
}

/** `moa admin create-owner`: a new business with its first user. The password comes from MOA_PASSWORD. */
export async function createOwnerCommand(options: { name: string; email: string }): Promise<void> {
  const password = process.env.MOA_PASSWORD;
  if (password === undefined || password.length < 10) {
    throw new Error('set MOA_PASSWORD to a password of at least 10 characters');
  }
  await withHouse(async (house, settings) => {
    const secret = authSecret(process.env, settings.home);
    await requireFreeEmail(house.hub, secret, options.email);
    const owner = await createOwner(house.db, options.name);
    await createUser(house.hub, secret, {
      email: options.email,
      password,
      name: options.name,
      owner,
      role: 'owner',
    });
    console.log(`owner ${owner} "${options.name}" with user ${options.email}`);
  });
}

/** `moa admin list-owners` */
export async function listOwnersCommand(): Promise<void> {
  await withHouse(async (house) => {
    for (const owner of await listOwners(house.db)) console.log(`${owner.id}\t${owner.name}`);
  });
}

/** `moa admin issue-token`: an API token for programs, printed once. */
export async function issueTokenCommand(options: {
  owner: string;
  name: string;
  role: Role;
  days?: string;
}): Promise<void> {
  const days = options.days === undefined ? null : Number(options.days);
  if (days !== null && !(Number.isInteger(days) && days > 0))
    throw new Error('--days must be a positive whole number');
  const expiresAt = days === null ? null : new Date(Date.now() + days * 86_400_000);
  await withHouse(async (house) => {
    const owner = ownerId(Number(options.owner));
    console.log(await issueApiToken(house.db, owner, { name: options.name, role: options.role, expiresAt }));
  });
}

/**
 * `moa admin rotate-keys`: rewraps every data key with the newest vault key. With a key file a new key is made
 * first; with MOA_VAULT_KEYS put the new key in front of the old ones before.
 */
export async function rotateKeysCommand(): Promise<void> {
  await withHouse(async (house, settings) => {
    const keyring: Keyring = settings.vaultKeys ? house.hub.vault.keyring : addKeyToFile(settings.home);
    const { rewrapped, left } = await rotateDataKeys(house.db, keyring);
    console.log(
      `rewrapped ${rewrapped} data keys with vault key "${keyring.newest.id}"; ${left} left on older keys`,
    );
    console.log(left === 0 ? 'Older keys may be removed now.' : 'Keep the older keys and run this again.');
  });
}
