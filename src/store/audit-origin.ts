import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a deed came from: the request, and the address that sent it. */
export interface AuditOrigin {
  readonly requestId: string;
  readonly ip: string;
}

const origins = new AsyncLocalStorage<AuditOrigin>();

/** Runs `work` so that audit entries made in it say where they came from. */
export function withOrigin<Result>(origin: AuditOrigin, work: () => Result): Result {
  return origins.run(origin, work);
}

/** Where the present work came from; undefined for what the hub does by itself. */
export function currentOrigin(): AuditOrigin | undefined {
  return origins.getStore();
}
