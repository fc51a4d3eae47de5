import { type OwnerId, ownerId } from '../domain/ids.ts';
import { createUser, requireFreeEmail } from '../http/auth/users.ts';
import { issueApiToken, tokenIdOf } from '../store/api-tokens.ts';
import { type AuditEntry, recordAudit } from '../store/audit.ts';
import { type ChainBreak, verifyAudit } from '../store/audit-chain.ts';
import { createOwner, listOwners, type Role } from '../store/owners.ts';
import { asOwner } from '../store/scope.ts';
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

function audit({ db }: OpenHouse, owner: OwnerId, deed: Omit<AuditEntry, 'actor'>): Promise<void> {
  return asOwner(db, owner, (scope) => recordAudit(scope, [{ ...deed, actor: 'admin' }]));
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
    await audit(house, owner, {
      action: 'owner.create',
      target: { kind: 'owner', id: owner },
      detail: { name: options.name },
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
    const token = await issueApiToken(house.db, owner, { name: options.name, role: options.role, expiresAt });
    await audit(house, owner, {
      action: 'token.issue',
      target: { kind: 'token', id: await tokenIdOf(house.db, token) },
      detail: { name: options.name, role: options.role, expires_at: expiresAt },
    });
    console.log(token);
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
    for (const { id } of await listOwners(house.db)) {
      await audit(house, id, {
        action: 'vault.rotate_keys',
        target: { kind: 'vault', id: null },
        detail: { vault_key: keyring.newest.id },
      });
    }
    console.log(
      `rewrapped ${rewrapped} data keys with vault key "${keyring.newest.id}"; ${left} left on older keys`,
    );
    console.log(left === 0 ? 'Older keys may be removed now.' : 'Keep the older keys and run this again.');
  });
}

const BREAKS: Readonly<Record<ChainBreak['why'], string>> = {
  changed: 'the entry is not what was written',
  missing: 'the entry was taken out',
  gap: 'links before it were taken out',
  cut: 'the beginning was cut off, and not by retention',
  unlinked: 'the entry was slipped in',
};

/**
 * `moa admin verify-audit`: recomputes every owner's chain of audit entries and prints its end, or the first break.
 * Ends with exit code 1 when there is one.
 */
export async function verifyAuditCommand(): Promise<void> {
  await withHouse(async ({ db }) => {
    for (const { id, name } of await listOwners(db)) {
      const { entries, head, broken } = await verifyAudit(db, id);
      const end =
        head === null ? 'no entries yet' : `${entries} entries, the end is ${head.seq} ${head.hash}`;
      if (broken === null) {
        console.log(`owner ${id} "${name}": sound; ${end}`);
        continue;
      }
      process.exitCode = 1;
      const place = broken.seq === null ? 'outside the chain' : `at ${broken.seq}`;
      console.log(`owner ${id} "${name}": BROKEN ${place}, entry ${broken.entry}: ${BREAKS[broken.why]}`);
    }
  });
}
