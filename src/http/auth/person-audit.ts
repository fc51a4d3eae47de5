import type { FastifyRequest } from 'fastify';
import type { Hub } from '../../engine/hub.ts';
import { type AuditAction, type AuditResult, recordAudit } from '../../store/audit.ts';
import { membershipsOf } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import type { HttpContext } from '../context.ts';

/** Writes what a person did with the own login into the trail of every business they work for. */
export async function auditPerson(
  hub: Hub,
  user: string,
  action: AuditAction,
  result: AuditResult,
): Promise<void> {
  for (const { owner } of await membershipsOf(hub.db, user)) {
    await asOwner(hub.db, owner, (scope) =>
      recordAudit(scope, [{ actor: `user:${user}`, action, target: { kind: 'user', id: null }, result }]),
    );
  }
}

/**
 * Writes down that somebody tried to sign in as a person and did not know the password. The answer does not wait for
 * it: by how long it takes, one could tell which addresses are known.
 */
export function auditRefusedSignIn({ hub, people }: HttpContext, email: string): void {
  const write = async () => {
    const { internalAdapter } = await people.$context;
    const known = await internalAdapter.findUserByEmail(email.trim().toLowerCase());
    if (known !== null) await auditPerson(hub, known.user.id, 'session.sign_in', 'refused');
  };
  write().catch((error: unknown) =>
    hub.log.warn({ err: error }, 'a refused sign-in could not be written down'),
  );
}

/** Who is signed in with this request; null for nobody. */
export async function personOf({ people }: HttpContext, request: FastifyRequest): Promise<string | null> {
  const headers = new Headers();
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) headers.set('authorization', authorization);
  if (cookie !== undefined) headers.set('cookie', cookie);
  const session = await people.api.getSession({ headers });
  return session?.user.id ?? null;
}
