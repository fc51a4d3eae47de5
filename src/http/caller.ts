import type { FastifyRequest } from 'fastify';
import type { OwnerId } from '../domain/ids.ts';
import { ROLES, type Role } from '../store/owners.ts';
import { Problem } from './problems/problem.ts';

/** The person who asks, and the session they ask in. */
export interface CallingUser {
  readonly id: string;
  readonly session: string;
  readonly name: string;
  readonly email: string;
}

/** Who asks, and for which business. */
export interface Caller {
  readonly owner: OwnerId;
  readonly role: Role;
  /** Stands in the audit trail: `token:3`, `user:f81d`. */
  readonly actor: string;
  /** Null for API tokens. */
  readonly user: CallingUser | null;
  /** How it was proved; a cookie also needs the request to come from our own pages. */
  readonly by: 'token' | 'session' | 'cookie';
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `authenticate` before any handler under `/api/v1` runs. */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    /** The lowest role that may use the route; `viewer` when absent. */
    role?: Role;
  }
}

/** The caller of a request under `/api/v1`. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Problem('token_missing');
  return request.caller;
}

/** Throws 403 unless the caller's role is at least the one needed. */
export function requireRole(caller: Caller, needed: Role): void {
  if (!hasRole(caller, needed)) throw new Problem('role_too_low');
}

/** `ROLES` lists the mightiest first. */
export function hasRole(caller: Caller, needed: Role): boolean {
  return ROLES.indexOf(caller.role) <= ROLES.indexOf(needed);
}
