import type { OwnerId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import type { Role } from '../../store/owners.ts';
import { addPerson, type NewPerson, PASSWORD_PROVIDER } from '../../store/people.ts';
import { asOwner } from '../../store/scope.ts';
import { MIN_PASSWORD_LENGTH, openPeople, type People } from './people.ts';

export interface NewUser {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly owner: OwnerId;
  readonly role: Role;
}

/**
 * Makes a person who can sign in and work for one business. Throws when the e-mail address is taken or the
 * password too short.
 */
export async function createUser(hub: Hub, secret: string, user: NewUser): Promise<void> {
  if (user.password.length < MIN_PASSWORD_LENGTH) {
    throw new Error(`a password needs at least ${MIN_PASSWORD_LENGTH} characters`);
  }
  const person = await newPerson(openPeople(hub, { secret }), user);
  if ((await asOwner(hub.db, user.owner, (scope) => addPerson(scope, person))) === null)
    throw taken(user.email);
}

/** A person as the store takes one. Hashing a password takes its time, so no transaction is open meanwhile. */
export async function newPerson(
  people: People,
  { email, name, role, password }: Omit<NewUser, 'owner'>,
): Promise<NewPerson> {
  const { hash } = (await people.$context).password;
  return { email: normal(email), name, role, passwordHash: await hash(password) };
}

/** Throws when somebody can sign in with the e-mail address already. */
export async function requireFreeEmail(hub: Hub, secret: string, address: string): Promise<void> {
  if (await canSignIn(openPeople(hub, { secret }), address)) throw taken(address);
}

function taken(address: string): Error {
  return new Error(`there is a user with the e-mail address ${normal(address)} already`);
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
