import type { OwnerId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { addMember, type Role } from '../../store/owners.ts';
import { MIN_PASSWORD_LENGTH, openPeople } from './people.ts';

export interface NewUser {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly owner: OwnerId;
  readonly role: Role;
}

const PASSWORD_PROVIDER = 'credential';

/**
 * Makes a person who can sign in and work for one business. Throws when the e-mail address is taken or the
 * password too short. A person left half-made by a crash is completed.
 */
export async function createUser(hub: Hub, secret: string, user: NewUser): Promise<void> {
  if (user.password.length < MIN_PASSWORD_LENGTH) {
    throw new Error(`a password needs at least ${MIN_PASSWORD_LENGTH} characters`);
  }
  const { internalAdapter, password } = await openPeople(hub, { secret }).$context;
  const email = user.email.trim().toLowerCase();
  await requireFreeEmail(hub, secret, email);
  const known = await internalAdapter.findUserByEmail(email);
  const { id } =
    known?.user ??
    (await internalAdapter.createUser({ email, name: user.name, emailVerified: true }, { method: 'admin' }));
  await addMember(hub.db, user.owner, id, user.role);
  // The password comes last: without it nobody can sign in, and a second try starts over.
  await internalAdapter.linkAccount({
    userId: id,
    accountId: id,
    providerId: PASSWORD_PROVIDER,
    password: await password.hash(user.password),
  });
}

/** Throws when somebody can sign in with the e-mail address already. */
export async function requireFreeEmail(hub: Hub, secret: string, address: string): Promise<void> {
  const email = address.trim().toLowerCase();
  const { internalAdapter } = await openPeople(hub, { secret }).$context;
  const known = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  if (known?.accounts.some(({ providerId }) => providerId === PASSWORD_PROVIDER)) {
    throw new Error(`there is a user with the e-mail address ${email} already`);
  }
}
