import type { OwnerId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { addMember, type Role } from '../../store/owners.ts';
import { MIN_PASSWORD_LENGTH, openPeople, type People } from './people.ts';

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
  await requireFreeEmail(hub, secret, user.email);
  await addPerson(hub, openPeople(hub, { secret }), user);
}

/** The same for an e-mail address that is known to be free. Answers the person's number. */
export async function addPerson(hub: Hub, people: People, user: NewUser): Promise<string> {
  const { internalAdapter, password } = await people.$context;
  const email = normal(user.email);
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
  return id;
}

/** Throws when somebody can sign in with the e-mail address already. */
export async function requireFreeEmail(hub: Hub, secret: string, address: string): Promise<void> {
  if (await canSignIn(openPeople(hub, { secret }), address)) {
    throw new Error(`there is a user with the e-mail address ${normal(address)} already`);
  }
}

/** Whether somebody can sign in with the e-mail address. */
export async function canSignIn(people: People, address: string): Promise<boolean> {
  const { internalAdapter } = await people.$context;
  const known = await internalAdapter.findUserByEmail(normal(address), { includeAccounts: true });
  return known?.accounts.some(({ providerId }) => providerId === PASSWORD_PROVIDER) ?? false;
}

function normal(address: string): string {
  return address.trim().toLowerCase();
}
