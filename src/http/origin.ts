import { withOrigin } from '../store/audit-origin.ts';
import type { Api } from './context.ts';

/** Lets whatever a handler writes into the audit trail say which request it came from, and from where. */
export function noteOrigins(api: Api): void {
  // Not earlier: what is set before the body has been read may be lost while it arrives.
  api.addHook('preHandler', (request, _reply, done) => {
    withOrigin({ requestId: request.id, ip: request.ip }, done);
  });
}
