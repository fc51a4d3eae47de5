import { z } from 'zod';
import type { Member } from '../../store/members.ts';
import { ROLES } from '../../store/owners.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const fields = {
  user_id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  created_at: instant,
  last_seen_at: instant
    .nullable()
    .describe('About when they last used the desk; null when they are not signed in.'),
};

/** A person of the business. */
export const memberView = z.object(fields).meta({ id: 'Member' });

/** The same with the first password, which is shown once. */
export const memberWithPassword = z
  .object({
    ...fields,
    password: z
      .string()
      .nullable()
      .describe(
        'To sign in with for the first time. Shown this once; null when the answer is repeated by an Idempotency-Key.',
      ),
  })
  .meta({ id: 'MemberWithPassword' });

export const memberParams = z.object({ user_id: z.string().min(1).max(64) });

export function memberOf(member: Member): z.infer<typeof memberView> {
  return {
    user_id: member.userId,
    name: member.name,
    email: member.email,
    role: member.role,
    created_at: member.since.toISOString(),
    last_seen_at: instantOrNull(member.lastSeenAt),
  };
}
